package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Started by its no-argument constructor, with the environment that a host serves it.
class DeployedFunctionTest {

  @TempDir Path folder;

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final CountDownLatch over = new CountDownLatch(1);

  @Serdeable
  record Said(String text) implements Event {}

  public static final class ListenHandler extends EventFunction<Said> {

    public ListenHandler() {
      super(Said.class);
    }

    @Override
    protected void handle(Said event, Publisher publisher) {}
  }

  private record OneSecret(String value) implements Secrets {
    @Override
    public String text(String name) {
      return value;
    }

    @Override
    public String fresh(String name) {
      return value;
    }
  }

  public static final class TickHandler extends ScheduledFunction {
    @Override
    protected void run(ScheduledRun run, Publisher publisher) {}
  }

  @BeforeEach
  void serveEnvironment() throws IOException {
    environment("");
  }

  @AfterEach
  void restore() {
    over.countDown();
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void knowsWhichFunctionItIs() {
    try (ApplicationContext context = new ListenHandler().getApplicationContext()) {
      assertThat(context.getBean(FunctionIdentity.class).id()).isEqualTo("demo-listen");
      assertThat(context.getBean(Names.class).queue("a-b")).isEqualTo("aiqleads-local-a-b");
      assertThat(context.getProperty("aiqleads.api-url", String.class))
          .contains("http://127.0.0.1:8080");
    }
  }

  @Test
  void startsScheduledFunctionsToo() {
    try (ApplicationContext context = new TickHandler().getApplicationContext()) {
      assertThat(context.getBean(MetricsOutput.class)).isInstanceOf(EmfOutput.class);
    }
  }

  @Test
  void makesTheClientsThatAreOnTheClassPath() {
    try (ApplicationContext context = new ListenHandler().getApplicationContext()) {
      for (Class<?> client :
          List.of(
              SqsClient.class,
              S3Client.class,
              DynamoDbClient.class,
              SecretsManagerClient.class,
              KmsClient.class)) {
        assertThat(context.getBean(client)).isNotNull();
      }
    }
  }

  @Test
  void makesNoClientBeforeItIsNeeded() {
    try (ApplicationContext context = new ListenHandler().getApplicationContext()) {
      assertThat(context.getActiveBeanRegistrations(SqsClient.class)).isEmpty();
      assertThat(context.getActiveBeanRegistrations(SecretsManagerClient.class)).isEmpty();
    }
  }

  @Test
  void takesABatchAsLambdaSendsItAndAnswersInItsForm() throws IOException {
    environment("AWS_ENDPOINT_URL=http://127.0.0.1:1\n");
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ListenHandler handler = new ListenHandler();
    try (ApplicationContext _ = handler.getApplicationContext()) {
      handler.handleRequest(
          stream("{\"Records\":[{\"messageId\":\"m1\",\"body\":\"no event\"}]}"),
          answer,
          new FakeInvocation(Duration.ofSeconds(30)));
    }

    assertThat(answer).hasToString("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
  }

  @Test
  void takesARunAsItsScheduleSendsItAndAnswersNothing() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    TickHandler handler = new TickHandler();
    try (ApplicationContext _ = handler.getApplicationContext()) {
      handler.handleRequest(
          stream("{\"schedule\":\"s\",\"scheduledTime\":\"2026-11-20T10:00:00Z\"}"),
          answer,
          new FakeInvocation(Duration.ofSeconds(30)));
    }

    assertThat(answer).hasToString("null");
  }

  private static InputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesTheCredentialsOfItsEnvironment() throws IOException {
    environment("AWS_ACCESS_KEY_ID=a\nAWS_SECRET_ACCESS_KEY=b\nAWS_SESSION_TOKEN=c\n");
    try (ApplicationContext context = new ListenHandler().getApplicationContext()) {
      assertThat(context.getBean(SqsClient.class)).isNotNull();
    }
    environment("AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1/credentials\n");
    try (ApplicationContext context = new ListenHandler().getApplicationContext()) {
      assertThat(context.getBean(SqsClient.class)).isNotNull();
    }
  }

  @Test
  void offersTheCipherOfItsContextAndItsCredentials() {
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    try (ApplicationContext context = new ListenHandler().getApplicationContext()) {
      context.registerSingleton(Secrets.class, new OneSecret(key));
      FieldCipher cipher = context.getBean(FieldCipher.class);

      assertThat(cipher.decrypt(cipher.encrypt("a"))).isEqualTo("a");
      assertThat(context.getBean(AwsCredentialsProvider.class).resolveCredentials()).isNotNull();
    }
  }

  @Test
  void saysNothingAboutPeopleAsText() {
    Publisher silent = event -> {};
    silent.publish(new Said("+13055550123"), new CorrelationId(Ids.derived("a")));
    silent.flush();
    Delivery delivery =
        new Delivery(
            TestEvents.eventId("a"),
            "Said",
            Instant.EPOCH,
            new CorrelationId(Ids.derived("a")),
            TraceParent.start());

    assertThat(new Delivered<>(new SQSMessage(), delivery, new Said("+13055550123")).toString())
        .isEqualTo("Said " + delivery.eventId().text());
  }

  @Test
  void namesTheKeyThatIsMissing() throws IOException {
    Files.writeString(folder.resolve("aiqleads-environment.properties"), "AIQLEADS_STAGE=local\n");

    assertThatThrownBy(ListenHandler::new).hasStackTraceContaining("aiqleads.context");
  }

  @Test
  void endsACallBeforeTheInvocationEnds() throws IOException {
    HttpServer silent =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    silent.createContext("/", exchange -> await());
    silent.start();
    environment("AWS_ENDPOINT_URL=http://127.0.0.1:" + silent.getAddress().getPort() + "\n");
    try (ApplicationContext context = new ListenHandler().getApplicationContext()) {
      context
          .getBean(Invocations.class)
          .registerSingletons(new FakeInvocation(Duration.ofMillis(900)));
      SqsClient sqs = context.getBean(SqsClient.class);

      assertThatThrownBy(() -> sqs.getQueueUrl(call -> call.queueName("a")))
          .isInstanceOf(ApiCallTimeoutException.class)
          .hasMessageContaining("400 millis");
    } finally {
      over.countDown();
      silent.stop(0);
    }
  }

  @Test
  void leavesHalfASecondOfTheInvocation() {
    assertThat(TimeBudget.limit(Duration.ofMinutes(15))).isEqualTo(Duration.ofSeconds(20));
    assertThat(TimeBudget.limit(Duration.ofSeconds(3))).isEqualTo(Duration.ofMillis(2_500));
    assertThat(TimeBudget.limit(Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void environment(String more) throws IOException {
    Files.writeString(
        folder.resolve("aiqleads-environment.properties"),
        """
        AIQLEADS_STAGE=local
        AIQLEADS_CONTEXT=demo
        AIQLEADS_FUNCTION=listen
        AIQLEADS_API_URL=http://127.0.0.1:8080
        AWS_ENDPOINT_URL_KMS=http://127.0.0.1:4566
        """
            + more,
        StandardCharsets.UTF_8);
    Thread.currentThread()
        .setContextClassLoader(new URLClassLoader(new URL[] {folder.toUri().toURL()}, before));
  }
}
