package com.aiqleads.infra;

import com.aiqleads.manifest.Access;
import com.aiqleads.manifest.AwsNames;
import com.aiqleads.manifest.ContextManifest;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Repository;
import com.aiqleads.manifest.Resource;
import com.aiqleads.manifest.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// What a function's role allows: its manifest's `uses`, `emits` and trigger, and its own log.
final class Permissions {

  private static final List<String> READ_ITEMS =
      List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query");
  private static final List<String> WRITE_ITEMS =
      List.of(
          "dynamodb:BatchWriteItem",
          "dynamodb:DeleteItem",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem");

  /// Who may not list a bucket is not told that an object is missing, but that it is forbidden.
  private static final List<String> READ_OBJECTS = List.of("s3:GetObject", "s3:ListBucket");

  /// Buckets keep old versions: to hide an object is not to erase it.
  private static final List<String> ERASE_OBJECTS =
      List.of("s3:DeleteObject", "s3:DeleteObjectVersion", "s3:ListBucketVersions");

  /// A search is a POST too: what a caller may POST is decided by its role in the index.
  private static final List<String> READ_INDEX =
      List.of("es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost");

  private static final List<String> WRITE_INDEX = List.of("es:ESHttpDelete", "es:ESHttpPut");

  private final Repository repository;
  private final Stage stage;
  private final AwsNames names;
  private final Routing routing;
  private final SharedKeys keys;

  Permissions(Repository repository, Stage stage, SharedKeys keys) {
    this.repository = repository;
    this.stage = stage;
    this.names = stage.names();
    this.routing = new Routing(repository);
    this.keys = keys;
  }

  List<PolicyStatement> of(FunctionManifest function) {
    List<PolicyStatement> statements = new ArrayList<>();
    statements.add(log(function));
    statements.add(traces());
    if (Placement.of(function.uses()) != Placement.OUTSIDE) {
      statements.add(network());
    }
    queues(function, statements);
    tables(function, statements);
    buckets(function, statements);
    secrets(function, statements);
    keys(function, statements);
    search(function, statements);
    if (function.uses().mail()) {
      statements.add(allow("Mail", List.of("ses:SendEmail"), List.of(MailIdentity.arn(stage))));
      statements.add(bounces());
    }
    return statements;
  }

  private PolicyStatement log(FunctionManifest function) {
    String group = "log-group:" + LogGroups.name(names, function.id());
    return allow(
        "OwnLog",
        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
        List.of(stage.arn("logs", group + ":*")));
  }

  /// Addresses that mail came back from; the list is the account's, and has no name.
  private static PolicyStatement bounces() {
    return allow("BouncedMail", List.of("ses:GetSuppressedDestination"), List.of("*"));
  }

  /// Traces know no resources.
  private static PolicyStatement traces() {
    return allow(
        "Traces", List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"), List.of("*"));
  }

  /// Lambda checks these without a resource, when it makes the function.
  private static PolicyStatement network() {
    return allow(
        "Network",
        List.of(
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses"),
        List.of("*"));
  }

  private void queues(FunctionManifest function, List<PolicyStatement> statements) {
    List<String> targets = targets(function);
    if (function.hasQueue()) {
      statements.add(
          allow(
              "OwnQueue",
              List.of(
                  "sqs:ChangeMessageVisibility",
                  "sqs:DeleteMessage",
                  "sqs:GetQueueAttributes",
                  "sqs:ReceiveMessage"),
              List.of(queue(names.queue(function)))));
    }
    if (function.hasQueue() || isAsynchronous(function)) {
      statements.add(
          allow(
              "OwnDeadLetters",
              List.of("sqs:GetQueueUrl", "sqs:SendMessage"),
              List.of(queue(names.deadLetters(function)))));
    }
    if (!targets.isEmpty()) {
      statements.add(allow("Emits", List.of("sqs:GetQueueUrl", "sqs:SendMessage"), targets));
    }
    if (function.hasQueue() || isAsynchronous(function) || !targets.isEmpty()) {
      statements.add(
          allow(
              "MessagesKey",
              List.of("kms:Decrypt", "kms:GenerateDataKey"),
              List.of(keys.messages())));
    }
  }

  static boolean isAsynchronous(FunctionManifest function) {
    return !function.hasQueue() && function.routes().isEmpty();
  }

  /// The queues of those who take what it emits; the relay sends whatever any outbox holds.
  private List<String> targets(FunctionManifest function) {
    Stream<FunctionManifest> takers =
        SpecialFunctions.isRelay(function)
            ? repository.functions().stream().filter(FunctionManifest::hasQueue)
            : function.emits().stream().flatMap(event -> routing.consumers(event).stream());
    return takers.map(taker -> queue(names.queue(taker))).distinct().sorted().toList();
  }

  private String queue(String name) {
    return stage.arn("sqs", name);
  }

  private void tables(FunctionManifest function, List<PolicyStatement> statements) {
    function
        .uses()
        .tables()
        .forEach(
            (table, access) ->
                statements.add(
                    allow(
                        "Table" + LogicalName.of(table.text()),
                        both(access, READ_ITEMS, WRITE_ITEMS),
                        List.of(stage.arn("dynamodb", "table/" + names.table(table))))));
    if (!function.uses().tables().isEmpty()) {
      statements.add(dataKey("TablesKey", "dynamodb"));
    }
  }

  private void buckets(FunctionManifest function, List<PolicyStatement> statements) {
    function
        .uses()
        .buckets()
        .forEach(
            (bucket, access) ->
                statements.add(
                    allow(
                        "Bucket" + LogicalName.of(bucket.text()),
                        objects(access),
                        List.of(
                            "arn:aws:s3:::" + names.bucket(bucket),
                            "arn:aws:s3:::" + names.bucket(bucket) + "/*"))));
    if (!function.uses().buckets().isEmpty()) {
      statements.add(dataKey("BucketsKey", "s3"));
    }
  }

  private static List<String> objects(Access access) {
    return joined(
        both(access, READ_OBJECTS, List.of("s3:PutObject")),
        access.erases() ? ERASE_OBJECTS : List.of());
  }

  private void secrets(FunctionManifest function, List<PolicyStatement> statements) {
    List<String> secrets = readableSecrets(function).map(this::secret).distinct().sorted().toList();
    if (!secrets.isEmpty()) {
      statements.add(allow("Secrets", List.of("secretsmanager:GetSecretValue"), secrets));
      statements.add(dataKey("SecretsKey", "secretsmanager"));
    }
  }

  private Stream<String> readableSecrets(FunctionManifest function) {
    Stream<String> declared = function.uses().secrets().stream().map(names::secret);
    Stream<String> edge =
        function.routes().isEmpty()
            ? Stream.of()
            : EdgeSecrets.of(stage).stream().map(names::secret);
    return Stream.of(declared, edge, databaseSecrets(function)).flatMap(all -> all);
  }

  private Stream<String> databaseSecrets(FunctionManifest function) {
    if (function.uses().database() == Access.NONE) {
      return Stream.of();
    }
    if (SpecialFunctions.isMigration(function)) {
      // Of every context, a new one too: it is migrated before the stack of this role is deployed.
      return Stream.of(names.databaseAdminSecret(), names.databaseSecret("*"));
    }
    return Stream.of(names.databaseSecret(function.id().context()));
  }

  /// Secrets Manager puts six characters behind a name.
  private String secret(String name) {
    return stage.arn("secretsmanager", "secret:" + name + "-??????");
  }

  private void keys(FunctionManifest function, List<PolicyStatement> statements) {
    for (Resource name : function.uses().keys()) {
      ContextManifest.Key kind =
          repository.context(name.context()).orElseThrow().keys().get(name.name());
      if (kind != null && SigningKeyRights.signs(kind)) {
        SigningKeyRights rights = new SigningKeyRights(stage, name, kind);
        statements.add(rights.toSign());
        if (SpecialFunctions.isIssuer(function)) {
          statements.addAll(rights.toRotate());
        }
      } else {
        statements.add(
            allow(
                "Key" + LogicalName.of(name.text()),
                List.of("kms:Decrypt", "kms:GenerateDataKey"),
                List.of(keys.of(name))));
      }
    }
  }

  private void search(FunctionManifest function, List<PolicyStatement> statements) {
    Access access = function.uses().search();
    if (access != Access.NONE) {
      // Who writes an index looks at it first.
      statements.add(
          allow(
              "Search",
              access.writes() ? joined(READ_INDEX, WRITE_INDEX) : READ_INDEX,
              List.of(stage.arn("es", "domain/" + stage.resource("search") + "/*"))));
    }
  }

  private PolicyStatement dataKey(String id, String service) {
    PolicyStatement statement =
        allow(id, List.of("kms:Decrypt", "kms:GenerateDataKey"), List.of(keys.data()));
    statement.addCondition(
        "StringEquals", Map.of("kms:ViaService", service + "." + Stage.REGION + ".amazonaws.com"));
    return statement;
  }

  private static List<String> both(Access access, List<String> read, List<String> write) {
    return joined(access.reads() ? read : List.of(), access.writes() ? write : List.of());
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).sorted().toList();
  }

  static PolicyStatement allow(String id, List<String> actions, List<String> resources) {
    return PolicyStatement.Builder.create()
        .sid(id)
        .effect(Effect.ALLOW)
        .actions(actions)
        .resources(resources)
        .build();
  }
}
