package com.aiqleads.infra;

import com.aiqleads.manifest.ContextManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.DatabaseProxy;
import software.amazon.awscdk.services.rds.IClusterEngine;
import software.amazon.awscdk.services.rds.ParameterGroup;
import software.amazon.awscdk.services.rds.ProxyTarget;
import software.amazon.awscdk.services.rds.ServerlessV2ClusterInstanceProps;
import software.amazon.awscdk.services.sam.CfnApplication;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretRotation;
import software.amazon.awscdk.services.secretsmanager.SecretRotationApplication;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/// Aurora PostgreSQL in two zones, a role with a rotated secret for each context, and the proxy
/// through which functions share a few connections.
final class Database extends Construct {

  /// As embedded on a laptop; a test compares.
  static final String VERSION = "17.6";

  static final String NAME = "aiqleads";

  /// Who signs the certificates of clusters there: a file that functions with a database ship.
  static final String AUTHORITIES = "rds/" + Stage.REGION + ".pem";

  private static final String ADMINISTRATOR = "aiqleads_admin";
  private static final int PASSWORD_LENGTH = 40;
  private static final Duration ROTATED_EVERY = Duration.days(30);
  private static final int BACKUP_DAYS = 35;
  private static final Duration IDLE = Duration.minutes(15);
  private static final int PROXY_PERCENT = 90;
  private static final double CONNECTIONS_ALARM = 0.8;
  private static final double MIN_CACHE_HITS_PERCENT = 70;
  private static final int PERIODS = 3;

  private final Ground ground;
  private final DatabaseCluster cluster;
  private final DatabaseProxy proxy;

  Database(Construct scope, Ground ground, Alarms alarms) {
    super(scope, "Database");
    this.ground = ground;
    Secret administrator =
        secret("Administrator", ADMINISTRATOR, ground.stage().names().databaseAdminSecret());
    this.cluster = cluster(administrator);
    ISecret attached = Objects.requireNonNull(cluster.getSecret(), "the administrator's secret");
    rotate("Administrator", attached);
    this.proxy = proxy(Stream.concat(Stream.of(attached), roles().stream()).toList());
    watch(alarms);
  }

  String proxyHost() {
    return proxy.getEndpoint();
  }

  private Secret secret(String id, String role, String name) {
    return Secret.Builder.create(this, id)
        .secretName(name)
        .encryptionKey(ground.foundation().keys().dataKey())
        .generateSecretString(
            SecretStringGenerator.builder()
                .secretStringTemplate(
                    "{\"username\":\"%s\",\"database\":\"%s\"}".formatted(role, NAME))
                .generateStringKey("password")
                .passwordLength(PASSWORD_LENGTH)
                .excludePunctuation(true)
                .build())
        .removalPolicy(ground.stage().removal())
        .build();
  }

  private DatabaseCluster cluster(Secret administrator) {
    Stage stage = ground.stage();
    IClusterEngine engine =
        DatabaseClusterEngine.auroraPostgres(
            AuroraPostgresClusterEngineProps.builder()
                .version(AuroraPostgresEngineVersion.of(VERSION, VERSION.split("\\.")[0]))
                .build());
    DatabaseCluster made =
        DatabaseCluster.Builder.create(this, "Cluster")
            .clusterIdentifier(stage.resource("database"))
            .engine(engine)
            .credentials(Credentials.fromSecret(administrator, ADMINISTRATOR))
            .defaultDatabaseName(NAME)
            .writer(ClusterInstance.serverlessV2("writer"))
            .readers(
                List.of(
                    ClusterInstance.serverlessV2(
                        "reader",
                        ServerlessV2ClusterInstanceProps.builder().scaleWithWriter(true).build())))
            .serverlessV2MinCapacity(stage.database().min())
            .serverlessV2MaxCapacity(stage.database().max())
            .parameterGroup(parameters(engine))
            .vpc(ground.foundation().network().vpc())
            .vpcSubnets(Network.INSIDE)
            .securityGroups(List.of(ground.foundation().network().database()))
            .storageEncrypted(true)
            .storageEncryptionKey(ground.foundation().keys().dataKey())
            .iamAuthentication(true)
            .backup(
                software.amazon.awscdk.services.rds.BackupProps.builder()
                    .retention(Duration.days(BACKUP_DAYS))
                    .build())
            .cloudwatchLogsExports(List.of("postgresql"))
            .copyTagsToSnapshot(true)
            .deletionProtection(stage.keepData())
            .removalPolicy(stage.removal())
            .build();
    // Or the cluster makes one itself, which forgets nothing.
    made.getNode()
        .addDependency(
            LogGroups.make(
                this,
                "Log",
                "/aws/rds/cluster/%s/postgresql".formatted(stage.resource("database"))));
    Backups.include(made);
    if (!stage.keepData()) {
      Nag.accept(made, "AwsSolutions-RDS10", "The data of this stage may go with its stack.");
    }
    return made;
  }

  private ParameterGroup parameters(IClusterEngine engine) {
    return ParameterGroup.Builder.create(this, "Parameters")
        .engine(engine)
        .description("TLS only, bounded connections, slow statements in the log without values.")
        .parameters(
            Map.of(
                "rds.force_ssl", "1",
                "max_connections", Integer.toString(ground.stage().database().connections()),
                "log_min_duration_statement", "500",
                // Values are names and addresses of people.
                "log_parameter_max_length", "0",
                "log_parameter_max_length_on_error", "0"))
        .build();
  }

  /// One for each context that has a schema. Host and port of the cluster come from the attachment.
  private List<ISecret> roles() {
    List<ISecret> roles = new ArrayList<>();
    for (ContextManifest context : ground.repository().contexts()) {
      if (context.database() != null) {
        String id = LogicalName.of(context.name());
        ISecret role =
            secret(id, context.database(), ground.stage().names().databaseSecret(context.name()))
                .attach(cluster);
        rotate(id, role);
        roles.add(role);
      }
    }
    return roles;
  }

  /// One user, not two that alternate: a role owns its tables and carries its search path, and a
  /// clone would have neither. Functions ask again for the password when they are refused.
  private void rotate(String id, ISecret secret) {
    SecretRotation rotation =
        SecretRotation.Builder.create(this, id + "Rotation")
            .application(SecretRotationApplication.POSTGRES_ROTATION_SINGLE_USER)
            .secret(secret)
            .target(cluster)
            .vpc(ground.foundation().network().vpc())
            .vpcSubnets(Network.INSIDE)
            .securityGroup(ground.foundation().network().database())
            .automaticallyAfter(ROTATED_EVERY)
            // A context's role is made after this stack, by the migration:
            // nothing can be rotated yet.
            .rotateImmediatelyOnUpdate(false)
            .excludeCharacters(" !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
            .build();
    CfnApplication application = (CfnApplication) rotation.getNode().findChild("Resource");
    Map<?, ?> parameters = (Map<?, ?>) Objects.requireNonNull(application.getParameters());
    application
        .getNode()
        .addDependency(
            LogGroups.make(
                this, id + "RotationLog", "/aws/lambda/" + parameters.get("functionName")));
  }

  /// Its first target counts as healthy once the proxy has signed in: when it is made, only the
  /// administrator can.
  private DatabaseProxy proxy(List<ISecret> secrets) {
    return DatabaseProxy.Builder.create(this, "Proxy")
        .dbProxyName(ground.stage().resource("database"))
        .proxyTarget(ProxyTarget.fromCluster(cluster))
        .secrets(secrets)
        .requireTls(true)
        .idleClientTimeout(IDLE)
        .maxConnectionsPercent(PROXY_PERCENT)
        .vpc(ground.foundation().network().vpc())
        .vpcSubnets(Network.INSIDE)
        .securityGroups(List.of(ground.foundation().network().database()))
        .build();
  }

  private void watch(Alarms alarms) {
    alarms.above(
        "database-connections",
        cluster.metricDatabaseConnections(every(1, "Maximum")),
        CONNECTIONS_ALARM * ground.stage().database().connections(),
        PERIODS,
        "More than 80 % of the connections that the database lets in are taken.");
    alarms.below(
        "database-cache-hits",
        cluster.metric("BufferCacheHitRatio", every(5, "Average")),
        MIN_CACHE_HITS_PERCENT,
        PERIODS,
        "Less than 70 % of what is read was in memory: the capacity is too small.");
    alarms.above(
        "database-pinned",
        pinned(),
        0,
        PERIODS,
        "Sessions pin connections of the proxy: some statement keeps state between transactions.");
    alarms.above(
        "database-capacity",
        cluster.metric("ACUUtilization", every(5, "Average")),
        CONNECTIONS_ALARM * 100,
        PERIODS,
        "The database runs at more than 80 % of the capacity that it may take.");
  }

  private Metric pinned() {
    return Metric.Builder.create()
        .namespace("AWS/RDS")
        .metricName("DatabaseConnectionsCurrentlySessionPinned")
        .dimensionsMap(Map.of("ProxyName", proxy.getDbProxyName()))
        .statistic("Maximum")
        .period(Duration.minutes(5))
        .build();
  }

  private static MetricOptions every(int minutes, String statistic) {
    return MetricOptions.builder().period(Duration.minutes(minutes)).statistic(statistic).build();
  }
}
