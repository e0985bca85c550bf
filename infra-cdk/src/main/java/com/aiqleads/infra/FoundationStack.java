package com.aiqleads.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/// What all other stacks stand on: the network, the keys, the topic of alarms, the access logs, and
/// the right to write letters.
final class FoundationStack extends Stack {

  private static final int LOG_DAYS = 90;

  private final Stage stage;
  private final Network network;
  private final SharedKeys keys;
  private final Topic alarms;
  private final Bucket accessLogs;

  FoundationStack(Construct scope, Stage stage) {
    super(
        scope,
        "foundation",
        StackProps.builder()
            .stackName(stage.resource("foundation"))
            .env(stage.environment())
            .description("Network, keys, alarms, access logs and mail identity of AIQLeads.")
            .build());
    this.stage = stage;
    this.keys = new SharedKeys(lent(messagesKey()), lent(dataKey()));
    this.network = new Network(this, stage);
    this.accessLogs = makeAccessLogs();
    this.alarms = makeAlarms();
    new MailIdentity(this, stage);
  }

  /// Known without asking an account: a template must not depend on who makes it.
  @Override
  public List<String> getAvailabilityZones() {
    return List.of(Fn.select(0, Fn.getAzs()), Fn.select(1, Fn.getAzs()));
  }

  Network network() {
    return network;
  }

  SharedKeys keys() {
    return keys;
  }

  Topic alarms() {
    return alarms;
  }

  Bucket accessLogs() {
    return accessLogs;
  }

  /// By its name only: other stacks must not write themselves into the key's policy, on which they
  /// depend. What they may do with it stands in their own roles.
  private IKey lent(Key key) {
    return Key.fromKeyArn(this, key.getNode().getId() + "Lent", key.getKeyArn());
  }

  /// Messages on queues and in the topic of alarms.
  private Key messagesKey() {
    Key key = key("MessagesKey", "messages", "Messages on queues, and alarms.");
    key.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("AlarmsReachTheTopic")
            .effect(Effect.ALLOW)
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
            .resources(List.of("*"))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", stage.account())))
            .build());
    return key;
  }

  /// Tables, buckets, secrets, the database, the search index and their backups.
  private Key dataKey() {
    return key("DataKey", "data", "Data at rest.");
  }

  private Key key(String id, String name, String description) {
    return Key.Builder.create(this, id)
        .alias(stage.resource(name))
        .description(description)
        .enableKeyRotation(true)
        .removalPolicy(stage.removal())
        .build();
  }

  /// Written by S3, which must not need a key of ours, and by CloudFront, which needs ACLs.
  private Bucket makeAccessLogs() {
    Bucket bucket =
        Bucket.Builder.create(this, "AccessLogs")
            .bucketName(stage.resource("access-logs"))
            .encryption(BucketEncryption.S3_MANAGED)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .enforceSsl(true)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED)
            .lifecycleRules(
                List.of(LifecycleRule.builder().expiration(Duration.days(LOG_DAYS)).build()))
            .removalPolicy(stage.removal())
            .build();
    Nag.accept(bucket, "AwsSolutions-S1", "It would log itself without end.");
    return bucket;
  }

  private Topic makeAlarms() {
    Topic topic =
        Topic.Builder.create(this, "Alarms")
            .topicName(stage.resource("alarms"))
            .masterKey(keys.messagesKey())
            .enforceSsl(true)
            .build();
    // A topic with a policy of its own takes nothing from whom the policy does not name.
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("AlarmsOfThisAccount")
            .effect(Effect.ALLOW)
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", stage.account())))
            .build());
    topic.addSubscription(new EmailSubscription(stage.alarmMail()));
    Nag.accept(
        topic, "Serverless-SNSRedrivePolicy", "A mail that does not arrive has no queue to go to.");
    return topic;
  }
}
