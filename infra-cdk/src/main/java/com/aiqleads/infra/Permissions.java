package com.aiqleads.infra;

import com.aiqleads.manifest.Access;
import com.aiqleads.manifest.AwsNames;
import com.aiqleads.manifest.ContextManifest;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Repository;
import com.aiqleads.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// What a function's role allows: its manifest's `uses`, `emits` and trigger, and its own log.
final class Permissions {

  private final Repository repository;
  private final Stage stage;
  private final AwsNames names;
  private final SharedKeys keys;
  private final QueueRights queues;
  private final DataRights data;

  Permissions(Repository repository, Stage stage, SharedKeys keys) {
    this.repository = repository;
    this.stage = stage;
    this.names = stage.names();
    this.keys = keys;
    this.queues = new QueueRights(repository, stage, keys);
    this.data = new DataRights(stage, keys);
  }

  List<PolicyStatement> of(FunctionManifest function) {
    List<PolicyStatement> statements = new ArrayList<>();
    statements.add(log(function));
    statements.add(traces());
    if (Placement.of(function.uses()) != Placement.OUTSIDE) {
      statements.add(network());
    }
    statements.addAll(queues.of(function));
    statements.addAll(data.toTables(function.uses()));
    statements.addAll(data.toBuckets(function.uses()));
    secrets(function, statements);
    keys(function, statements);
    statements.addAll(data.toSearch(function.uses()));
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

  static boolean isAsynchronous(FunctionManifest function) {
    return !function.hasQueue() && function.routes().isEmpty();
  }

  private void secrets(FunctionManifest function, List<PolicyStatement> statements) {
    List<String> secrets = readableSecrets(function).map(this::secret).distinct().sorted().toList();
    if (!secrets.isEmpty()) {
      statements.add(allow("Secrets", List.of("secretsmanager:GetSecretValue"), secrets));
      statements.add(data.toKey("SecretsKey", "secretsmanager"));
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

  /// Opens and seals with a key of ours, for this service and by nobody's own hand.
  static PolicyStatement toKey(String id, String key, String service) {
    PolicyStatement statement =
        allow(id, List.of("kms:Decrypt", "kms:GenerateDataKey"), List.of(key));
    statement.addCondition(
        "StringEquals", Map.of("kms:ViaService", service + "." + Stage.REGION + ".amazonaws.com"));
    return statement;
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
