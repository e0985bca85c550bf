package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The ordinary AWS command line against the one endpoint, as docs/local.md shows it.
@EnabledIf(value = "found", disabledReason = "no aws on the PATH")
@Order(4)
class AwsCliTest {

  @RegisterExtension static final SharedProduct product = new SharedProduct();

  @TempDir Path folder;

  static boolean found() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "aws")));
  }

  @Test
  void listsQueues() throws Exception {
    assertThat(aws("sqs", "list-queues")).contains("/aiqleads-local-acquisition-parse-page\"");
  }

  @Test
  void listsTables() throws Exception {
    assertThat(aws("dynamodb", "list-tables"))
        .contains("\"aiqleads-local-platform-refresh-families\"");
  }

  @Test
  void listsBuckets() throws Exception {
    assertThat(aws("s3", "ls")).contains("aiqleads-local-acquisition-pages");
  }

  @Test
  void listsFunctionsAndTheirQueues() throws Exception {
    assertThat(aws("lambda", "list-functions"))
        .contains("\"aiqleads-local-acquisition-parse-page\"");
    assertThat(aws("lambda", "list-event-source-mappings"))
        .contains("aiqleads-local-marketplace-index-leads");
  }

  @Test
  void listsSchedules() throws Exception {
    assertThat(aws("scheduler", "list-schedules"))
        .contains("aiqleads-local-acquisition-scrape-fsbo");
  }

  @Test
  void invokesAFunction() throws Exception {
    Path answer = folder.resolve("answer.json");
    Path event = folder.resolve("event.json");
    Files.writeString(
        event, "{\"schedule\":\"by-hand\",\"scheduledTime\":\"2026-11-01T00:00:00Z\"}");

    String result =
        aws(
            "lambda",
            "invoke",
            "--function-name",
            "aiqleads-local-platform-rotate-keys",
            "--payload",
            "fileb://" + event,
            answer.toString());

    assertThat(result).contains("\"StatusCode\": 200").doesNotContain("FunctionError");
  }

  @Test
  void readsADeadLetterAndSendsItBack() throws Exception {
    String queue = queueUrl("aiqleads-local-acquisition-keep-refusals");
    String dead = queueUrl("aiqleads-local-acquisition-keep-refusals-dead");

    aws("sqs", "send-message", "--queue-url", queue, "--message-body", "this is no event");

    SharedProduct.await("the dead letter", () -> receive(dead).contains("this is no event"));
    aws("sqs", "purge-queue", "--queue-url", dead);
  }

  private String receive(String queue) {
    try {
      return aws("sqs", "receive-message", "--queue-url", queue, "--visibility-timeout", "0");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String queueUrl(String name) throws IOException, InterruptedException {
    return aws(
            "sqs", "get-queue-url", "--queue-name", name, "--query", "QueueUrl", "--output", "text")
        .strip();
  }

  private String aws(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("aws", "--endpoint-url"));
    command.add(product.running().aws().toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_PAGER", ""));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
