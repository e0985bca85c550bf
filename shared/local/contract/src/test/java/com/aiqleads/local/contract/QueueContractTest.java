package com.aiqleads.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.testkit.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class QueueContractTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private static final List<QueueAttributeName> ALL_KINDS =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

  private final SqsClient sqs = Services.queues();
  private String queue = "";

  @BeforeEach
  void makeQueue() {
    queue = make("contract-" + UUID.randomUUID(), Map.of());
  }

  @Test
  void givesBodyAndAttributesAsTheyWereSent() {
    String body = "{\"name\":\"Zoë 🏡\"}";
    sqs.sendMessage(
        call ->
            call.queueUrl(queue)
                .messageBody(body)
                .messageAttributes(Map.of("event", text("LeadScored"))));

    Message message = receive(queue, LONG).getFirst();

    assertThat(message.body()).isEqualTo(body);
    assertThat(message.messageAttributes()).containsEntry("event", text("LeadScored"));
  }

  @Test
  void hidesWhatWasReceivedAndCountsHowOften() {
    send("a");
    Message first = receive(queue, LONG).getFirst();
    assertThat(receiveAtOnce(queue)).isEmpty();
    sqs.changeMessageVisibility(
        call -> call.queueUrl(queue).receiptHandle(first.receiptHandle()).visibilityTimeout(1));

    List<Message> again = new ArrayList<>();
    Eventually.await(LONG, () -> again.addAll(receiveAtOnce(queue)));

    assertThat(again.getFirst().attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
  }

  @Test
  void givesBackAtOnceWhatIsMadeVisible() {
    send("a");
    Message message = receive(queue, LONG).getFirst();

    sqs.changeMessageVisibility(
        call -> call.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));

    assertThat(receive(queue, LONG)).hasSize(1);
  }

  @Test
  void forgetsWhatWasDeleted() {
    send("a");
    Message message = receive(queue, LONG).getFirst();
    sqs.deleteMessage(call -> call.queueUrl(queue).receiptHandle(message.receiptHandle()));

    Eventually.await(LONG, () -> count(queue, ALL_KINDS) == 0);

    assertThat(receiveAtOnce(queue)).isEmpty();
  }

  @Test
  void takesTenAtOnceAndSaysWhichOnes() {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, 10)
            .mapToObj(i -> SendMessageBatchRequestEntry.builder().id("m" + i).messageBody("b" + i))
            .map(SendMessageBatchRequestEntry.Builder::build)
            .toList();

    var answer = sqs.sendMessageBatch(call -> call.queueUrl(queue).entries(entries));

    assertThat(answer.successful()).extracting(entry -> entry.id()).hasSize(10).contains("m9");
    assertThat(answer.failed()).isEmpty();
  }

  @Test
  void putsAsideWhatWasReceivedTooOften() {
    String dead = make("contract-dead-" + UUID.randomUUID(), Map.of());
    String source =
        make(
            "contract-source-" + UUID.randomUUID(),
            Map.of(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"1\"}".formatted(arn(dead))));
    sqs.sendMessage(call -> call.queueUrl(source).messageBody("a"));
    receive(source, Duration.ofSeconds(1));

    Eventually.await(LONG, () -> receiveAtOnce(source).isEmpty() && count(dead, ALL_KINDS) == 1);

    assertThat(receive(dead, LONG).getFirst().body()).isEqualTo("a");
  }

  @Test
  void holdsBackAGroupUntilItsFirstMessageIsDone() {
    String fifo = fifo();
    sendTo(fifo, "a1", "group-a");
    sendTo(fifo, "a2", "group-a");
    sendTo(fifo, "b1", "group-b");

    List<Message> firsts = List.of(receiveOne(fifo), receiveOne(fifo));
    assertThat(firsts).extracting(Message::body).containsExactlyInAnyOrder("a1", "b1");
    assertThat(receiveAtOnce(fifo)).isEmpty();
    firsts.stream()
        .filter(message -> message.body().equals("a1"))
        .forEach(
            done ->
                sqs.deleteMessage(call -> call.queueUrl(fifo).receiptHandle(done.receiptHandle())));

    assertThat(receiveOne(fifo).body()).isEqualTo("a2");
  }

  @Test
  void takesTheSameMessageOfAGroupOnce() {
    String fifo = fifo();
    for (int i = 0; i < 2; i++) {
      sqs.sendMessage(
          call ->
              call.queueUrl(fifo)
                  .messageBody("a")
                  .messageGroupId("group")
                  .messageDeduplicationId("same"));
    }

    assertThat(count(fifo, ALL_KINDS)).isEqualTo(1);
  }

  @Test
  void saysThatAQueueDoesNotExist() {
    assertThatThrownBy(() -> sqs.getQueueUrl(call -> call.queueName("no-such-queue")))
        .isInstanceOf(QueueDoesNotExistException.class);
  }

  private String fifo() {
    return make(
        "contract-" + UUID.randomUUID() + ".fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
  }

  private String make(String name, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(call -> call.queueName(name).attributes(attributes)).queueUrl();
  }

  private String arn(String url) {
    return sqs.getQueueAttributes(
            call -> call.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
  }

  private int count(String url, List<QueueAttributeName> kinds) {
    return sqs
        .getQueueAttributes(call -> call.queueUrl(url).attributeNames(kinds))
        .attributes()
        .values()
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private void send(String body) {
    sqs.sendMessage(call -> call.queueUrl(queue).messageBody(body));
  }

  private void sendTo(String url, String body, String group) {
    sqs.sendMessage(
        call ->
            call.queueUrl(url)
                .messageBody(body)
                .messageGroupId(group)
                .messageDeduplicationId(body));
  }

  private Message receiveOne(String url) {
    return sqs.receiveMessage(call -> call.queueUrl(url).maxNumberOfMessages(1).waitTimeSeconds(20))
        .messages()
        .getFirst();
  }

  /// Waits for some; they stay hidden for so long.
  private List<Message> receive(String url, Duration hidden) {
    return receive(url, hidden, 20);
  }

  private List<Message> receiveAtOnce(String url) {
    return receive(url, LONG, 0);
  }

  private List<Message> receive(String url, Duration hidden, int wait) {
    return sqs.receiveMessage(
            call ->
                call.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .visibilityTimeout((int) hidden.toSeconds())
                    .waitTimeSeconds(wait)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
