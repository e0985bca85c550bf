package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.infra.Synthesized.Resource;
import com.aiqleads.manifest.Access;
import com.aiqleads.manifest.AwsNames;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Routing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What roles allow is what manifests say: a second reading of both, in plain words.
class PermissionsTest {

  /// Actions that AWS knows no resource for, or no smaller one.
  private static final List<Pattern> WITHOUT_A_RESOURCE =
      List.of(
          Pattern.compile("kms:(CreateKey|ListAliases)"),
          Pattern.compile("ses:GetSuppressedDestination"),
          Pattern.compile("xray:Put(TelemetryRecords|TraceSegments)"),
          Pattern.compile(
              "ec2:(AssignPrivateIpAddresses|CreateNetworkInterface|DeleteNetworkInterface"
                  + "|DescribeNetworkInterfaces|DescribeSubnets|UnassignPrivateIpAddresses)"));

  /// Resources that a star ends: what is inside of something named in full.
  private static final List<Pattern> INSIDE_OF_SOMETHING =
      List.of(
          Pattern.compile("arn:aws:logs:[^*]+:log-group:/aws/lambda/aiqleads-[^*]+:\\*"),
          Pattern.compile("arn:aws:kms:[^*]+:key/\\*"),
          Pattern.compile("arn:aws:s3:::aiqleads-[^*]+/\\*"),
          Pattern.compile("arn:aws:es:[^*]+:domain/aiqleads-[^*]+/\\*"),
          Pattern.compile("arn:aws:secretsmanager:[^*]+:secret:aiqleads/[^*]+-\\?{6}"),
          // Of every context, for the migration only: see theMigrationReachesAContextThatIsNew.
          Pattern.compile(
              "arn:aws:secretsmanager:[^*]+:secret:aiqleads/[a-z]+/\\*/database-\\?{6}"));

  private static final Set<String> KEEP_ENCRYPTED =
      Set.of("dynamodb", "s3", "secretsmanager", "sqs");

  private final Synthesized synthesized = Synthesized.any();
  private final AwsNames names = synthesized.stage().names();
  private final Routing routing = new Routing(Synthesized.REPOSITORY);

  static List<FunctionManifest> functions() {
    return Synthesized.REPOSITORY.functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void areThoseOfTheManifestAndNoOthers(FunctionManifest function) {
    Set<String> allowed = new TreeSet<>();
    statements(function)
        .forEach(
            statement ->
                Synthesized.each(statement.path("Action"))
                    .forEach(
                        action ->
                            Synthesized.each(statement.path("Resource"))
                                .map(it -> word(action.asText(), it))
                                .filter(word -> !word.isEmpty())
                                .forEach(allowed::add)));

    assertThat(String.join("\n", allowed)).isEqualTo(String.join("\n", declared(function)));
  }

  private Set<String> declared(FunctionManifest function) {
    Set<String> words = new TreeSet<>();
    words.add("log " + names.function(function.id()));
    words.add("traces");
    if (Placement.of(function.uses()) != Placement.OUTSIDE) {
      words.add("network");
    }
    function.uses().tables().forEach((it, how) -> add(words, "table " + names.table(it), how));
    function.uses().buckets().forEach((it, how) -> add(words, "bucket " + names.bucket(it), how));
    function.uses().secrets().forEach(it -> words.add("secret " + names.secret(it)));
    for (com.aiqleads.manifest.Resource key : function.uses().keys()) {
      words.add("key");
      if (SpecialFunctions.isIssuer(function)) {
        words.addAll(List.of("makes keys", "lists aliases", "names keys and lets them go"));
        Stream.of("", "-next", "-previous")
            .forEach(ending -> words.add("names a key " + names.keyAlias(key) + ending));
      }
    }
    add(words, "index", function.uses().search());
    if (function.uses().mail()) {
      words.add("mail of aiqleads.example");
      words.add("bounced mail");
    }
    if (function.uses().search().writes()) {
      words.add("index read");
    }
    derived(function).forEach(words::add);
    return words;
  }

  /// What no manifest writes down because it follows from something else in it.
  private Stream<String> derived(FunctionManifest function) {
    Set<String> words = new TreeSet<>();
    if (function.hasQueue()) {
      words.add("take from " + names.queue(function));
    }
    if (function.routes().isEmpty()) {
      words.add("send to " + names.deadLetters(function));
    } else {
      EdgeSecrets.of(synthesized.stage()).forEach(it -> words.add("secret " + names.secret(it)));
    }
    if (function.uses().database() != Access.NONE && !SpecialFunctions.isMigration(function)) {
      words.add("secret " + names.databaseSecret(function.id().context()));
    }
    function.emits().stream()
        .flatMap(event -> routing.consumers(event).stream())
        .forEach(taker -> words.add("send to " + names.queue(taker)));
    if (function.id().text().equals("platform-relay-events")) {
      functions().stream()
          .filter(FunctionManifest::hasQueue)
          .forEach(taker -> words.add("send to " + names.queue(taker)));
    }
    if (function.id().text().equals("platform-migrate-database")) {
      words.add("secret " + names.databaseAdminSecret());
      words.add("secret " + names.databaseSecret("*"));
    }
    return words.stream();
  }

  private static void add(Set<String> words, String what, Access access) {
    if (access.reads()) {
      words.add(what + " read");
    }
    if (access.writes()) {
      words.add(what + " write");
    }
    if (access.erases()) {
      words.add(what + " erase");
    }
  }

  /// One action on one resource in plain words; nothing for what only opens what is encrypted.
  private static String word(String action, JsonNode resource) {
    String arn = resource.asText();
    String name = arn.replaceFirst(".*[:/](?=[^:/]+$)", "");
    return switch (action) {
      case "logs:CreateLogStream", "logs:PutLogEvents" ->
          "log " + arn.replaceFirst(".*/aws/lambda/(.*):\\*", "$1");
      case "xray:PutTelemetryRecords", "xray:PutTraceSegments" -> "traces";
      case "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:ChangeMessageVisibility",
          "sqs:GetQueueAttributes" ->
          "take from " + name;
      case "sqs:SendMessage", "sqs:GetQueueUrl" -> "send to " + name;
      case "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query" ->
          "table " + name + " read";
      case "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:BatchWriteItem" ->
          "table " + name + " write";
      case "s3:GetObject", "s3:ListBucket" -> "bucket " + bucket(arn) + " read";
      case "s3:PutObject" -> "bucket " + bucket(arn) + " write";
      case "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:ListBucketVersions" ->
          "bucket " + bucket(arn) + " erase";
      case "secretsmanager:GetSecretValue" ->
          "secret " + arn.replaceFirst(".*:secret:(.*)-\\?+$", "$1");
      case "es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost" -> "index read";
      case "es:ESHttpPut", "es:ESHttpDelete" -> "index write";
      case "ses:SendEmail" -> "mail of " + name;
      case "ses:GetSuppressedDestination" -> "bounced mail";
      case "kms:Sign", "kms:GetPublicKey" -> "key";
      case "kms:CreateKey" -> "makes keys";
      case "kms:ListAliases" -> "lists aliases";
      case "kms:ScheduleKeyDeletion" -> "names keys and lets them go";
      case "kms:CreateAlias", "kms:UpdateAlias", "kms:DeleteAlias" ->
          arn.endsWith(":key/*") ? "names keys and lets them go" : "names a key alias/" + name;
      case "kms:Decrypt", "kms:GenerateDataKey" -> "";
      default -> action.startsWith("ec2:") ? "network" : action + " on " + resource;
    };
  }

  private static String bucket(String arn) {
    return arn.replaceFirst("arn:aws:s3:::([^/]+).*", "$1");
  }

  private Stream<JsonNode> statements(FunctionManifest function) {
    Resource made =
        synthesized.one("AWS::Lambda::Function", "/FunctionName", names.function(function.id()));
    Resource role = synthesized.byId(made.stack(), "AWS::IAM::Role", made.referred("/Role"));
    assertThat(role.text("/RoleName")).isEqualTo(names.function(function.id()));
    assertThat(role.properties().path("ManagedPolicyArns").isMissingNode()).isTrue();
    assertThat(synthesized.all("AWS::IAM::Policy"))
        .noneMatch(
            policy ->
                policy.stack().equals(role.stack())
                    && policy.referred("/Roles/0").equals(role.id()));
    return Synthesized.each(role.properties().at("/Policies/0/PolicyDocument/Statement"));
  }

  /// Two keys keep everything: whoever may use one may do so by a service that its role lets it to,
  /// and by no other, nor by itself.
  @ParameterizedTest
  @MethodSource("functions")
  void openWhatIsEncryptedOnlyByTheServicesThatTheyReach(FunctionManifest function) {
    Set<String> opened = new TreeSet<>();
    Set<String> reached = new TreeSet<>();
    for (JsonNode statement : statements(function).toList()) {
      List<String> actions =
          Synthesized.each(statement.path("Action")).map(JsonNode::asText).toList();
      if (actions.contains("kms:Decrypt") || actions.contains("kms:GenerateDataKey")) {
        String service = statement.at("/Condition/StringEquals/kms:ViaService").asText();
        assertThat(statement.path("Resource").toString())
            .contains(service.startsWith("sqs.") ? "MessagesKey" : "DataKey");
        opened.add(service);
      } else {
        actions.stream()
            .map(action -> action.replaceFirst(":.*", ""))
            .filter(KEEP_ENCRYPTED::contains)
            .forEach(service -> reached.add(service + ".us-east-1.amazonaws.com"));
      }
    }

    assertThat(opened).isEqualTo(reached);
  }

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    assertThat(
            synthesized.all("AWS::Lambda::Function").stream()
                .map(it -> it.stack() + "/" + it.referred("/Role"))
                .distinct())
        .hasSameSizeAs(functions());
  }

  /// Its role is only deployed after the database: it must not have to learn of a context by then.
  @Test
  void theMigrationReachesAContextThatIsNew() {
    for (FunctionManifest function : functions()) {
      boolean reaches =
          statements(function)
              .flatMap(statement -> Synthesized.each(statement.path("Resource")))
              .map(JsonNode::asText)
              .filter(arn -> arn.contains(":secret:"))
              .map(arn -> arn.replaceFirst(".*:secret:", "").replace("?", ".").replace("*", ".*"))
              .anyMatch(names.databaseSecret("new-context").concat("-x7Gh2k")::matches);
      assertThat(reaches).isEqualTo(SpecialFunctions.isMigration(function));
    }
  }

  @Test
  void noFunctionMayStartAnother() {
    for (FunctionManifest function : functions()) {
      assertThat(statements(function).map(JsonNode::toString))
          .noneMatch(text -> text.contains("lambda:"));
    }
  }

  @Test
  void aKeyIsNamedByItsAliasesOrByItsKind() {
    for (FunctionManifest function : functions()) {
      for (JsonNode statement : statements(function).toList()) {
        if (statement.path("Resource").toString().contains(":key/*")
            || statement.path("Action").toString().contains("kms:CreateKey")) {
          String condition = statement.path("Condition").toString();
          assertThat(condition)
              .satisfiesAnyOf(
                  it ->
                      assertThat(it)
                          .contains("kms:ResourceAliases", "alias/aiqleads-prod-platform-tokens"),
                  it -> assertThat(it).contains("RSA_2048", "SIGN_VERIFY"));
        }
      }
    }
  }

  /// KMS may know for five minutes of no alias of a key that was just made, and the run that
  /// made it publishes it.
  @Test
  void whoeverMakesAKeyMayReadItsPublicHalfWhateverItIsCalled() {
    FunctionManifest issuer =
        Synthesized.REPOSITORY.function(SpecialFunctions.ISSUER).orElseThrow();

    assertThat(statements(issuer))
        .anyMatch(
            it ->
                it.path("Action").toString().contains("kms:GetPublicKey")
                    && it.path("Condition").toString().contains("kms:KeySpec")
                    && !it.path("Condition").toString().contains("kms:ResourceAliases"));
  }

  @Test
  void noRoleReachesWhatItDoesNotName() {
    for (FunctionManifest function : functions()) {
      statements(function).forEach(PermissionsTest::isNarrow);
    }
  }

  private static void isNarrow(JsonNode statement) {
    List<String> actions =
        Synthesized.each(statement.path("Action")).map(JsonNode::asText).toList();
    assertThat(actions).noneMatch(action -> action.contains("*"));
    Synthesized.each(statement.path("Resource"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(resource -> resource.contains("*") || resource.contains("?"))
        .forEach(
            resource ->
                assertThat(
                        resource.equals("*")
                            ? actions.stream().allMatch(it -> matches(WITHOUT_A_RESOURCE, it))
                            : matches(INSIDE_OF_SOMETHING, resource))
                    .as("%s on %s", actions, resource)
                    .isTrue());
  }

  private static boolean matches(List<Pattern> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
  }
}
