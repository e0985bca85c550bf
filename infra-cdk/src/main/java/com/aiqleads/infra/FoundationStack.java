package com.aiqleads.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroupImportOptions;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
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

  static final SubnetSelection INSIDE =
      SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();
  static final SubnetSelection EGRESS =
      SubnetSelection.builder().subnetType(SubnetType.PRIVATE_WITH_EGRESS).build();

  /// What functions without a way out reach; tables and objects have endpoints of another kind.
  private static final Map<String, InterfaceVpcEndpointAwsService> SERVICES =
      Map.of(
          "Email", InterfaceVpcEndpointAwsService.EMAIL,
          "Kms", InterfaceVpcEndpointAwsService.KMS,
          "SecretsManager", InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
          "Sqs", InterfaceVpcEndpointAwsService.SQS);

  private static final int ZONES = 2;

  private static final int POSTGRES_PORT = 5432;
  private static final int HTTPS_PORT = 443;
  private static final int LOG_DAYS = 90;

  private final Stage stage;
  private final Vpc vpc;
  private final SecurityGroup functions;
  private final SecurityGroup database;
  private final ISecurityGroup databaseLent;
  private final SecurityGroup search;
  private final GatewayVpcEndpoint objects;
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
    this.vpc = network();
    this.functions = group("Functions", "Functions that use the database or the search index");
    this.database = group("Database", "The database and its proxy");
    this.search = group("Search", "The search index");
    letIn();
    this.objects = endpoints();
    this.databaseLent = lent(database);
    this.accessLogs = makeAccessLogs();
    this.alarms = makeAlarms();
    new MailIdentity(this, stage);
  }

  /// Known without asking an account: a template must not depend on who makes it.
  @Override
  public List<String> getAvailabilityZones() {
    return List.of(Fn.select(0, Fn.getAzs()), Fn.select(1, Fn.getAzs()));
  }

  Vpc vpc() {
    return vpc;
  }

  SecurityGroup functions() {
    return functions;
  }

  ISecurityGroup database() {
    return databaseLent;
  }

  SecurityGroup search() {
    return search;
  }

  /// The way from inside the network to S3, by which documents of the issuer are read too.
  GatewayVpcEndpoint objects() {
    return objects;
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

  /// The rules are all in this stack, see [#letIn].
  private ISecurityGroup lent(SecurityGroup group) {
    return SecurityGroup.fromSecurityGroupId(
        this,
        group.getNode().getId() + "Lent",
        group.getSecurityGroupId(),
        SecurityGroupImportOptions.builder().mutable(false).build());
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

  private Vpc network() {
    return Vpc.Builder.create(this, "Network")
        .vpcName(stage.resource("network"))
        .ipAddresses(IpAddresses.cidr("10.20.0.0/16"))
        .maxAzs(ZONES)
        .natGateways(stage.natGateways())
        .subnetConfiguration(
            List.of(
                subnets("public", SubnetType.PUBLIC),
                subnets("egress", SubnetType.PRIVATE_WITH_EGRESS),
                subnets("inside", SubnetType.PRIVATE_ISOLATED)))
        .flowLogs(
            Map.of(
                "Refused",
                FlowLogOptions.builder()
                    .trafficType(FlowLogTrafficType.REJECT)
                    .destination(
                        FlowLogDestination.toCloudWatchLogs(
                            LogGroups.make(
                                this, "FlowLog", "/aiqleads/" + stage.name() + "/network")))
                    .build()))
        .build();
  }

  private static SubnetConfiguration subnets(String name, SubnetType type) {
    return SubnetConfiguration.builder()
        .name(name)
        .subnetType(type)
        .cidrMask(type == SubnetType.PUBLIC ? 24 : 20)
        .mapPublicIpOnLaunch(type == SubnetType.PUBLIC ? false : null)
        .build();
  }

  private SecurityGroup group(String id, String description) {
    return SecurityGroup.Builder.create(this, id)
        .vpc(vpc)
        .description(description)
        .allowAllOutbound(true)
        .build();
  }

  private void letIn() {
    database.addIngressRule(functions, Port.tcp(POSTGRES_PORT), "Functions to the proxy");
    database.addIngressRule(database, Port.tcp(POSTGRES_PORT), "The proxy and the rotation");
    search.addIngressRule(functions, Port.tcp(HTTPS_PORT), "Functions to the index");
  }

  private GatewayVpcEndpoint endpoints() {
    vpc.addGatewayEndpoint(
        "Tables",
        GatewayVpcEndpointOptions.builder().service(GatewayVpcEndpointAwsService.DYNAMODB).build());
    SecurityGroup group = group("Endpoints", "Endpoints of AWS services");
    new TreeMap<>(SERVICES)
        .forEach(
            (name, service) ->
                vpc.addInterfaceEndpoint(
                    name,
                    InterfaceVpcEndpointOptions.builder()
                        .service(service)
                        .subnets(INSIDE)
                        .securityGroups(List.of(group))
                        .open(false)
                        .build()));
    group.addIngressRule(functions, Port.tcp(HTTPS_PORT), "Functions to AWS");
    group.addIngressRule(database, Port.tcp(HTTPS_PORT), "The rotation to AWS");
    return vpc.addGatewayEndpoint(
        "Objects",
        GatewayVpcEndpointOptions.builder().service(GatewayVpcEndpointAwsService.S3).build());
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
