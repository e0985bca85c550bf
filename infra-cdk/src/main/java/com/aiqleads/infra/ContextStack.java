package com.aiqleads.infra;

import com.aiqleads.manifest.ContextManifest;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/// What one context owns, and its functions: all of it as its manifests say.
final class ContextStack extends Stack {

  /// No bill and no store without an end.
  private static final int MAX_REQUESTS_PER_SECOND = 4_000;

  private static final String PLATFORM = "platform";
  private static final int EDGE_SECRET_BYTES = 32;
  private static final int BITS_PER_BYTE = 8;
  private static final int BITS_PER_CHARACTER = 6;

  private final Ground ground;
  private final ContextManifest context;
  private final Alarms alarms;
  private final List<FunctionFromManifest> functions = new ArrayList<>();

  ContextStack(Construct scope, Ground ground, ContextManifest context, Destinations destinations) {
    super(
        scope,
        context.name(),
        StackProps.builder()
            .stackName(ground.stage().resource(context.name()))
            .env(ground.stage().environment())
            .description(context.purpose())
            .build());
    this.ground = ground;
    this.context = context;
    this.alarms = new Alarms(this, ground.stage(), ground.foundation().alarms());
    context.tables().forEach(this::table);
    context.buckets().forEach(this::bucket);
    context.secrets().forEach(this::secret);
    context.keys().forEach(this::key);
    Deployments deployments = new Deployments(this, ground.stage(), context.name());
    for (FunctionManifest function : ground.repository().functions()) {
      if (function.id().context().equals(context.name()) && !SpecialFunctions.isIssuer(function)) {
        functions.add(
            new FunctionFromManifest(this, ground, destinations, function, alarms, deployments));
      }
    }
    if (functions.stream().anyMatch(it -> SpecialFunctions.validates(it.manifest()))) {
      new CacheAlarms(alarms, ground.stage()).watch();
    }
    StackDashboard.make(this, ground.stage(), context.name(), functions, alarms);
  }

  boolean isPlatform() {
    return context.name().equals(PLATFORM);
  }

  /// The one API of the product, with the secrets by which functions know what passed the edge.
  Api makeApi() {
    EdgeSecrets.of(ground.stage()).forEach(this::edgeSecret);
    return new Api(this, ground, alarms);
  }

  private void edgeSecret(Resource name) {
    Secret made =
        Secret.Builder.create(this, "Secret" + LogicalName.of(name.name()))
            .secretName(ground.stage().names().secret(name))
            .description("What CloudFront tells functions, so that they know it.")
            .encryptionKey(ground.foundation().keys().dataKey())
            .generateSecretString(base64(EDGE_SECRET_BYTES))
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Nag.accept(
        made,
        "AwsSolutions-SMG4",
        "Rotated by its generation in cdk.json: a value never changes, a new one is accepted"
            + " before it is sent.");
  }

  /// Opens the routes of this context's functions.
  void open(Api api) {
    functions.stream()
        .filter(function -> !function.manifest().routes().isEmpty())
        .forEach(function -> HttpRoutes.make(function, ground.stage(), api));
  }

  List<FunctionFromManifest> functions() {
    return List.copyOf(functions);
  }

  Alarms alarms() {
    return alarms;
  }

  private Resource resource(String name) {
    return new Resource(context.name(), name);
  }

  private void table(String name, ContextManifest.Table table) {
    Table.Builder builder =
        Table.Builder.create(this, "Table" + LogicalName.of(name))
            .tableName(ground.stage().names().table(resource(name)))
            .partitionKey(text(table.key()))
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .maxReadRequestUnits(MAX_REQUESTS_PER_SECOND)
            .maxWriteRequestUnits(MAX_REQUESTS_PER_SECOND)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .encryption(TableEncryption.CUSTOMER_MANAGED)
            .encryptionKey(ground.foundation().keys().dataKey())
            .deletionProtection(ground.stage().keepData())
            .removalPolicy(ground.stage().removal());
    if (table.sort() != null) {
      builder.sortKey(text(table.sort()));
    }
    if (table.ttl() != null) {
      builder.timeToLiveAttribute(table.ttl());
    }
    Backups.include(builder.build());
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }

  private void bucket(String name, ContextManifest.Bucket bucket) {
    if (!resource(name).equals(SpecialFunctions.ISSUER_BUCKET)) {
      Duration kept =
          bucket.expiresAfter() == null ? null : Duration.days(bucket.expiresAfter().toDays());
      Buckets.make(
          this,
          "Bucket" + LogicalName.of(name),
          ground.stage().names().bucket(resource(name)),
          ground,
          kept);
    }
  }

  private void secret(String name, ContextManifest.Secret secret) {
    Secret made =
        Secret.Builder.create(this, "Secret" + LogicalName.of(name))
            .secretName(ground.stage().names().secret(resource(name)))
            .encryptionKey(ground.foundation().keys().dataKey())
            .generateSecretString(base64(secret.bytes()))
            .removalPolicy(ground.stage().removal())
            .build();
    Nag.accept(
        made,
        "AwsSolutions-SMG4",
        "Nothing of AWS can change it: what it opened before must stay readable, or others have to be"
            + " told. How people do it stands under Rotate in docs/deploy.md, of "
            + name
            + ", too; a test holds that it does.");
  }

  /// Letters and digits are base64 of as many random bytes, without its padding.
  private static SecretStringGenerator base64(int bytes) {
    return SecretStringGenerator.builder()
        .passwordLength((bytes * BITS_PER_BYTE + BITS_PER_CHARACTER - 1) / BITS_PER_CHARACTER)
        .excludePunctuation(true)
        .includeSpace(false)
        .build();
  }

  private void key(String name, ContextManifest.Key key) {
    if (!resource(name).equals(SpecialFunctions.TOKENS_KEY)) {
      ground
          .foundation()
          .keys()
          .put(resource(name), Keys.make(this, ground.stage(), resource(name), key));
    }
  }
}
