package com.aiqleads.lambda.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.Message;
import com.aiqleads.lambda.Queues;
import com.aiqleads.lambda.Target;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.TraceParent;
import com.aiqleads.testkit.QueueService;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// What the fake cannot know: that a real queue takes what we send.
class RealQueueTest {

  @RegisterExtension static final QueueService QUEUES = new QueueService();

  private static final String NAME = "aiqleads-test-real-queue";

  @Test
  void takesElevenMessagesWithTheirAttributes() {
    try (SqsClient sqs = client();
        ApplicationContext context = TestFunction.start("demo", "send", sqs, Map.of())) {
      String url = sqs.createQueue(call -> call.queueName(NAME)).queueUrl();
      List<Message> messages = IntStream.range(0, 11).mapToObj(RealQueueTest::message).toList();

      assertThat(context.getBean(Queues.class).send(messages)).isEmpty();

      var received =
          sqs.receiveMessage(
                  call ->
                      call.queueUrl(url)
                          .maxNumberOfMessages(10)
                          .messageAttributeNames("All")
                          .waitTimeSeconds(5))
              .messages();
      assertThat(received)
          .hasSize(10)
          .allSatisfy(
              message ->
                  assertThat(message.messageAttributes())
                      .containsEntry(
                          "event",
                          MessageAttributeValue.builder()
                              .dataType("String")
                              .stringValue("Said")
                              .build())
                      .containsKeys("correlationId", "traceparent"));
    }
  }

  @Test
  void givesBackWhatHasNoQueue() {
    try (SqsClient sqs = client();
        ApplicationContext context = TestFunction.start("demo", "send", sqs, Map.of())) {
      Message lost = message(1).to(List.of(new Target("nobody-there")));

      assertThat(context.getBean(Queues.class).send(List.of(lost))).containsExactly(lost);
    }
  }

  private static SqsClient client() {
    return SqsClient.builder()
        .endpointOverride(QUEUES.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static Message message(int number) {
    return new Message(
        new EventId(Ids.derived("event", "real", Integer.toString(number))),
        "Said",
        new CorrelationId(Ids.derived("real")),
        TraceParent.start(),
        "{\"data\":{\"number\":" + number + ",\"text\":\"é\"}}",
        List.of(new Target("real-queue")));
  }
}
