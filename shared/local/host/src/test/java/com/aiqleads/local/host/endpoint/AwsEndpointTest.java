package com.aiqleads.local.host.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.function.DeployedFunction;
import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.InProcessIsolation;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalClient;
import com.aiqleads.local.host.http.LocalServer;
import com.aiqleads.local.host.queue.Mapping;
import com.aiqleads.local.host.sample.SampleFunctions;
import com.aiqleads.local.host.schedule.AsyncInvocations;
import com.aiqleads.local.host.schedule.Schedules;
import com.aiqleads.manifest.Schedule;
import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.Eventually;
import com.aiqleads.testkit.ObjectService;
import com.aiqleads.testkit.QueueService;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AwsEndpointTest {

  @RegisterExtension static final QueueService QUEUES = new QueueService();
  @RegisterExtension static final DynamoService DYNAMODB = new DynamoService();
  @RegisterExtension static final ObjectService OBJECTS = new ObjectService();

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String ARN =
      "arn:aws:lambda:us-east-1:000000000000:function:aiqleads-local-sample-api";

  @TempDir Path folder;
  private final DeployedFunction function = SampleFunctions.streaming("sample-api");
  private final FunctionHost functions =
      new FunctionHost(new InProcessIsolation(), List.of(function));
  private LocalServer server = new LocalServer(0, "none", exchange -> {});

  @BeforeEach
  void open() {
    server.close();
    server = new LocalServer(0, "none", new AwsEndpoint(parts())::answer);
  }

  private AwsEndpoint.Parts parts() {
    AsyncInvocations async =
        new AsyncInvocations(functions, folder.resolve("async"), AsyncInvocations.DeadLetters.NONE);
    SecretValues secrets = new SecretValues(folder.resolve("secrets"));
    secrets.provideRandom("aiqleads/local/sample/contact-key", 32);
    secrets.provideDatabase(
        "aiqleads/local/sample/database", URI.create("tcp://127.0.0.1:5432"), "aiqleads", "sample");
    return new AwsEndpoint.Parts(
        QUEUES.endpoint(),
        DYNAMODB.endpoint(),
        OBJECTS.endpoint(),
        functions,
        List.of(new Mapping("sample-api", "work", "work-dead", 10, Duration.ZERO, 2)),
        async,
        new Schedules(
            List.of(
                new Schedules.Entry(
                    "sample-api",
                    function.awsName(),
                    new Schedule.Rate("rate(1 hour)", Duration.ofHours(1)))),
            async,
            InstantSource.system()),
        secrets,
        new Keys(folder.resolve("keys")),
        new BucketNotifications(
            Map.of("told-bucket", List.of("sample-api")), async, InstantSource.system()));
  }

  @AfterEach
  void close() {
    server.close();
    functions.close();
  }

  @Test
  void passesQueueAndTableCallsOn() throws IOException {
    assertThat(call("AmazonSQS.CreateQueue", "{\"QueueName\":\"endpoint-queue\"}").statusCode())
        .isEqualTo(200);
    assertThat(text(call("AmazonSQS.ListQueues", "{}"))).contains("endpoint-queue");
    assertThat(text(call("DynamoDB_20120810.ListTables", "{}"))).contains("TableNames");
  }

  @Test
  void passesObjectsOnAndTellsOfThem() throws IOException {
    assertThat(object("PUT", "/told-bucket", "").statusCode()).isEqualTo(200);
    assertThat(object("PUT", "/told-bucket/a%20folder/page", "hello").statusCode()).isEqualTo(200);

    assertThat(text(object("GET", "/told-bucket/a%20folder/page", ""))).isEqualTo("hello");
    HttpResponse<byte[]> head = object("HEAD", "/told-bucket/a%20folder/page", "");
    assertThat(head.headers().firstValue("content-length")).contains("5");
    assertThat(object("DELETE", "/told-bucket/a%20folder/page", "").statusCode()).isEqualTo(204);
    Eventually.await(SOON, () -> functions.pool("sample-api").figures().invocations() == 1);
  }

  @Test
  void listsAndDescribesFunctions() throws IOException {
    JsonNode list = json(get("/2015-03-31/functions/"));
    JsonNode one = json(get("/2015-03-31/functions/" + function.awsName()));

    assertThat(list.path("Functions").get(0).path("FunctionArn").asText()).isEqualTo(ARN);
    assertThat(one.path("Configuration").path("Handler").asText())
        .isEqualTo("sample.SampleHandler");
    assertThat(one.path("Configuration").path("Timeout").asInt()).isEqualTo(20);
    assertThat(
            one.path("Configuration")
                .path("Environment")
                .path("Variables")
                .path("AIQLEADS_FUNCTION")
                .asText())
        .isEqualTo("sample-api");
    assertThat(json(get("/2015-03-31/functions/sample-api/configuration")).path("State").asText())
        .isEqualTo("Active");
    assertThat(get("/2015-03-31/functions/none").statusCode()).isEqualTo(404);
  }

  @Test
  void listsEventSourceMappings() throws IOException {
    JsonNode list = json(get("/2015-03-31/event-source-mappings/"));
    JsonNode none = json(get("/2015-03-31/event-source-mappings?FunctionName=other"));

    assertThat(list.path("EventSourceMappings").get(0).path("EventSourceArn").asText())
        .isEqualTo("arn:aws:sqs:us-east-1:000000000000:work");
    assertThat(none.path("EventSourceMappings")).isEmpty();
  }

  @Test
  void invokesAFunctionAndWaits() throws IOException {
    HttpResponse<byte[]> answer = invoke("RequestResponse", "{}");
    HttpResponse<byte[]> failed = invoke("RequestResponse", "\"throw!\"");
    HttpResponse<byte[]> empty = invoke("RequestResponse", "\"answer!!\"");

    assertThat(json(answer).path("function").asText()).isEqualTo("sample-api");
    assertThat(answer.headers().firstValue("x-amz-executed-version")).contains("$LATEST");
    assertThat(failed.statusCode()).isEqualTo(200);
    assertThat(failed.headers().firstValue("x-amz-function-error")).contains("Unhandled");
    assertThat(json(failed).path("errorMessage").asText()).isEqualTo("told to");
    assertThat(text(empty)).isEqualTo("null");
  }

  @Test
  void invokesAFunctionWithoutWaiting() throws IOException {
    assertThat(invoke("Event", "").statusCode()).isEqualTo(202);
    Eventually.await(SOON, () -> functions.pool("sample-api").figures().invocations() == 1);
    assertThat(invoke("DryRun", "{}").statusCode()).isEqualTo(204);
  }

  @Test
  void refusesInvocationsThatItCannotMake() throws IOException {
    assertThat(invoke("Sometimes", "{}").statusCode()).isEqualTo(400);
    assertThat(invoke("RequestResponse", "<xml>").statusCode()).isEqualTo(400);
    assertThat(invoke("Event", "\"" + "x".repeat(1024 * 1024) + "\"").statusCode()).isEqualTo(413);
    assertThat(text(send(invocation("?Qualifier=1", "{}")))).contains("versions and aliases");
    assertThat(text(send(invocation("", "{}").header("X-Amz-Log-Type", "Tail"))))
        .contains("log type Tail");
    assertThat(text(send(request("/2015-03-31/layers")))).contains("Lambda GET /layers");
  }

  @Test
  void tellsABusyFunctionFromAFailedOne() throws IOException {
    DeployedFunction busy = SampleFunctions.with(function, Duration.ZERO, 0);
    try (FunctionHost none = new FunctionHost(new InProcessIsolation(), List.of(busy))) {
      LambdaApi api =
          new LambdaApi(
              none,
              List.of(),
              new AsyncInvocations(
                  none, folder.resolve("none"), AsyncInvocations.DeadLetters.NONE));
      try (LocalServer limited =
          new LocalServer(
              0,
              "none",
              exchange -> {
                try {
                  api.answer(exchange);
                } catch (AwsError e) {
                  exchange.sendResponseHeaders(e.status(), -1);
                }
              })) {
        URI address = URI.create(limited.uri() + "/2015-03-31/functions/sample-api/invocations");
        HttpRequest post = HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()).build();
        assertThat(LocalClient.send(post).statusCode()).isEqualTo(429);
      }
    }
  }

  @Test
  void showsSchedules() throws IOException {
    JsonNode list = json(get("/schedules"));
    JsonNode one = json(get("/schedules/" + function.awsName()));

    assertThat(list.path("Schedules").get(0).path("Target").path("Arn").asText()).isEqualTo(ARN);
    assertThat(one.path("ScheduleExpression").asText()).isEqualTo("rate(1 hour)");
    assertThat(get("/schedules/none").statusCode()).isEqualTo(404);
    assertThat(send(request("/schedules/none").DELETE()).statusCode()).isEqualTo(501);
  }

  @Test
  void tellsSecretsToTheirReaders() throws IOException {
    JsonNode value = secret("GetSecretValue", "aiqleads/local/sample/database");
    JsonNode key = secret("GetSecretValue", key("aiqleads/local/sample/contact-key"));

    assertThat(Json.read(value.path("SecretString").asText()).path("username").asText())
        .isEqualTo("sample");
    assertThat(key.path("SecretString").asText()).hasSize(44);
    assertThat(secret("DescribeSecret", "aiqleads/local/sample/database").path("Name").asText())
        .isEqualTo("aiqleads/local/sample/database");
    assertThat(json(call("secretsmanager.ListSecrets", "{}")).path("SecretList")).hasSize(2);
    assertThat(secret("GetSecretValue", "none").path("__type").asText())
        .isEqualTo("ResourceNotFoundException");
    assertThat(secret("DescribeSecret", "../keys/a").path("__type").asText())
        .isEqualTo("ResourceNotFoundException");
    assertThat(text(call("secretsmanager.DeleteSecret", "{}"))).contains("DeleteSecret");
  }

  @Test
  void keepsSecretsForTheirOwnerOnlyAndPasswordsForGood() throws IOException {
    String before =
        secret("GetSecretValue", "aiqleads/local/sample/database").path("SecretString").asText();
    SecretValues again = new SecretValues(folder.resolve("secrets"));
    again.provideDatabase(
        "aiqleads/local/sample/database", URI.create("tcp://127.0.0.1:6543"), "aiqleads", "sample");

    JsonNode after = Json.read(again.get("aiqleads/local/sample/database").orElseThrow());
    assertThat(after.path("port").asInt()).isEqualTo(6543);
    assertThat(after.path("password")).isEqualTo(Json.read(before).path("password"));
    Path file = folder.resolve("secrets").resolve("aiqleads+local+sample+database");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
        .isEqualTo("rwx------");
  }

  @Test
  void tellsWhoAsks() throws IOException {
    HttpResponse<byte[]> identity = sts("Action=GetCallerIdentity&Version=2011-06-15");

    assertThat(text(identity)).contains("<Account>000000000000</Account>");
    assertThat(sts("Action=AssumeRole").statusCode()).isEqualTo(501);
  }

  @Test
  void namesWhatItSupportsWhenAskedForSomethingElse() throws IOException {
    HttpResponse<byte[]> answer = call("Kinesis_20131202.ListStreams", "{}");

    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("NotImplemented");
    assertThat(json(answer).path("message").asText())
        .contains("does not support Kinesis_20131202")
        .contains("SQS, DynamoDB, S3");
  }

  @Test
  void refusesWhatAForeignPageSends() throws IOException {
    assertThat(send(request("/bucket/key").header("Host", "evil.example")).statusCode())
        .isEqualTo(400);
    assertThat(send(request("/bucket/key").header("Origin", "https://evil.example")).statusCode())
        .isEqualTo(400);
    assertThat(call("secretsmanager.GetSecretValue", "{").statusCode()).isEqualTo(400);
  }

  private static String key(String name) {
    return "arn:aws:secretsmanager:us-east-1:000000000000:secret:" + name;
  }

  private JsonNode secret(String action, String id) throws IOException {
    return json(call("secretsmanager." + action, "{\"SecretId\":\"" + id + "\"}"));
  }

  private HttpResponse<byte[]> sts(String form) throws IOException {
    return send(
        request("/")
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=A/1/us-east-1/sts/aws4_request")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<byte[]> call(String target, String body) throws IOException {
    return send(
        request("/")
            .header("X-Amz-Target", target)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20261101/us-east-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<byte[]> object(String method, String path, String body) throws IOException {
    return send(
        request(path)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private HttpResponse<byte[]> invoke(String type, String payload) throws IOException {
    return send(invocation("", payload).header("X-Amz-Invocation-Type", type));
  }

  private HttpRequest.Builder invocation(String query, String payload) {
    return request("/2015-03-31/functions/" + function.awsName() + "/invocations" + query)
        .POST(BodyPublishers.ofString(payload));
  }

  private HttpResponse<byte[]> get(String path) throws IOException {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.uri() + path));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    return LocalClient.send(request.build());
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return Json.read(answer.body());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
