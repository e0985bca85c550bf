package com.aiqleads.platform.raisealert;

import static com.aiqleads.platform.raisealert.FakeChannelServer.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class RaiseAlertHandlerTest {

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final String SNS_TIME = "2026-11-21T10:00:00.000+0000";
  private static final String LATER = "2026-11-21T10:05:00.000+0000";

  private final FakeChannelServer server = new FakeChannelServer();
  private final ApplicationContext context =
      TestFunction.start(
          "platform",
          "raise-alert",
          new FakeQueues(),
          Map.of("alerts", "in-memory", "aiqleads.pagerduty.url", server.pagerDuty().toString()));
  private final FakeSecrets secrets = context.getBean(FakeSecrets.class);
  private final Logger logger = (Logger) LoggerFactory.getLogger(Channels.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  /// The secret as an operator wrote it, or as it was made.
  @Primary
  @Singleton
  @Requires(property = "alerts", value = "in-memory")
  static final class FakeSecrets implements Secrets {
    private String value = "uZ3vK2random==";

    @Override
    public String text(String name) {
      assertThat(name).isEqualTo("alert-channels");
      return value;
    }

    @Override
    public String fresh(String name) {
      return text(name);
    }
  }

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
    context.close();
    server.close();
  }

  private void bothChannels() {
    secrets.value =
        "{\"slackWebhook\":\"%s\",\"pagerDutyRoutingKey\":\"%s\"}"
            .formatted(server.slack(), "R".repeat(32));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acquisition-zillow-drift",
        "acquisition-zillow-breaker",
        "acquisition-zillow-limiter"
      })
  void tellsBothOfWhatAFunctionOfOursRaisesAndOfItsEndOnce(String alarm) {
    bothChannels();

    handle(AlarmFixtures.fromQueue(alarm, true, "2026-11-22T10:00:00Z"));
    handle(AlarmFixtures.fromQueue(alarm, true, "2026-11-22T10:00:00Z"));
    handle(AlarmFixtures.fromQueue(alarm, false, "2026-11-22T10:05:00Z"));

    assertThat(bodies("/slack"))
        .hasSize(2)
        .first()
        .asString()
        .contains("CRITICAL: " + alarm, "Nothing of it is published.");
    assertThat(bodies("/pagerduty"))
        .hasSize(2)
        .last()
        .asString()
        .contains("\"event_action\":\"resolve\"", "\"dedup_key\":\"" + alarm + "\"");
  }

  @Test
  void tellsBothOfDeadLettersThatCloudWatchCounts() {
    bothChannels();
    String alarm = "aiqleads-prod-acquisition-parse-page-dead-letters";

    handle(AlarmFixtures.fromTopic(alarm, "ALARM", SNS_TIME));

    assertThat(bodies("/slack")).singleElement().asString().contains("CRITICAL: " + alarm);
    assertThat(bodies("/pagerduty")).singleElement().asString().contains(alarm);
  }

  @Test
  void callsSomebodyAndWritesToAllWhenACriticalAlarmRings() {
    bothChannels();

    handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME));

    assertThat(bodies("/pagerduty"))
        .singleElement()
        .asString()
        .contains("\"routing_key\":\"" + "R".repeat(32) + "\"", "\"event_action\":\"trigger\"")
        .contains("\"dedup_key\":\"" + AlarmFixtures.ERRORS + "\"", "\"severity\":\"critical\"")
        .contains("\"summary\":\"" + AlarmFixtures.ERRORS + ": New leads stop.\"")
        .contains("\"timestamp\":\"2026-11-21T10:00:00Z\"", "\"source\":\"aiqleads\"");
    assertThat(bodies("/slack"))
        .singleElement()
        .asString()
        .contains("\"text\":\"CRITICAL: " + AlarmFixtures.ERRORS + "\"")
        .contains("\"type\":\"header\"", "\"type\":\"plain_text\"", "\"type\":\"mrkdwn\"")
        .contains("New leads stop.");
  }

  @Test
  void endsWhatItBegan() {
    bothChannels();

    handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME));
    handle(AlarmFixtures.fromBus("OK", LATER));

    assertThat(bodies("/pagerduty")).hasSize(2);
    assertThat(bodies("/pagerduty").getLast())
        .contains("\"event_action\":\"resolve\"", "\"dedup_key\":\"" + AlarmFixtures.ERRORS + "\"")
        .doesNotContain("payload");
    assertThat(bodies("/slack").getLast()).contains("Resolved: " + AlarmFixtures.ERRORS);
  }

  @Test
  void tellsOnceHoweverOftenItHears() {
    bothChannels();

    handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME));
    handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME));
    handle(AlarmFixtures.fromBus("ALARM", SNS_TIME));
    handle(AlarmFixtures.fromBus("ALARM", LATER));

    assertThat(bodies("/pagerduty")).hasSize(1);
    assertThat(bodies("/slack")).hasSize(1);
  }

  @Test
  void ignoresAnEndThatComesBeforeItsBeginning() {
    bothChannels();

    handle(AlarmFixtures.fromBus("OK", LATER));
    handle(AlarmFixtures.fromBus("ALARM", LATER.replace("10:05", "10:10")));
    handle(AlarmFixtures.fromBus("OK", SNS_TIME));

    assertThat(bodies("/slack")).hasSize(1);
  }

  @Test
  void callsNobodyForABeginningThatComesAfterItsEnd() {
    bothChannels();

    handle(AlarmFixtures.fromBus("OK", LATER));
    handle(AlarmFixtures.fromBus("OK", LATER));
    handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME));

    assertThat(bodies("/slack")).isEmpty();
    assertThat(bodies("/pagerduty")).isEmpty();
  }

  @Test
  void endsNothingByAnEndThatComesAfterTheNextBeginning() {
    bothChannels();

    handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME));
    handle(AlarmFixtures.fromBus("ALARM", LATER.replace("10:05", "10:10")));
    handle(AlarmFixtures.fromBus("OK", LATER));

    assertThat(bodies("/pagerduty")).hasSize(1);
    assertThat(bodies("/slack")).hasSize(1);
  }

  @Test
  void tellsTheOthersWhenOneChannelFailsAndThatOneWhenItIsInvokedAgain() {
    bothChannels();
    server.failsWith(refuses(404));

    assertThatThrownBy(() -> handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME)))
        .isInstanceOf(NotTold.class)
        .hasMessage("slack answered 404");
    assertThat(bodies("/slack")).isEmpty();
    assertThat(bodies("/pagerduty")).hasSize(1);

    handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME));
    assertThat(bodies("/slack")).hasSize(1);
    assertThat(bodies("/pagerduty")).hasSize(1);
  }

  @Test
  void saysOfEveryChannelThatItFailed() {
    bothChannels();
    server.failsWith(refuses(404), refuses(400));

    assertThatThrownBy(() -> handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME)))
        .hasMessage("slack answered 404")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Test
  void onlyWritesOfWhatCanWait() {
    bothChannels();
    RaiseAlert raiseAlert = context.getBean(RaiseAlert.class);

    raiseAlert.raise(AlarmFixtures.rings(AlarmFixtures.SLOW, AlarmFixtures.TEN));

    assertThat(bodies("/pagerduty")).isEmpty();
    assertThat(bodies("/slack"))
        .singleElement()
        .asString()
        .contains("WARNING: ", "New leads stop &lt;reaching&gt; buyers &amp; us.");
  }

  @Test
  void shortensWhatChannelsWouldRefuse() {
    bothChannels();
    AlarmChange change =
        new AlarmChange(
            "a".repeat(300) + "-errors", AlarmState.ALARM, AlarmFixtures.TEN, "m".repeat(4000), "");

    context.getBean(RaiseAlert.class).raise(change);

    assertThat(bodies("/slack").getFirst())
        .contains("\"text\":\"" + "m".repeat(2999) + "…\"", "\"text\":\"-\"");
    assertThat(bodies("/pagerduty").getFirst())
        .contains("\"dedup_key\":\"" + "a".repeat(255) + "\"");
  }

  @Test
  void isOffUntilAnOperatorSaysWhere() {
    assertThatCode(() -> handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME)))
        .doesNotThrowAnyException();
    secrets.value = "{\"slackWebhook\":";
    assertThatCode(() -> handle(AlarmFixtures.fromBus("OK", LATER))).doesNotThrowAnyException();

    assertThat(bodies("/slack")).isEmpty();
    assertThat(bodies("/pagerduty")).isEmpty();
    assertThat(new ChannelSettings("https://hooks.example/secret", null).toString())
        .isEqualTo("channels: slack on, pagerduty off");
  }

  @Test
  void readsAnAddressWithSpacesAroundIt() {
    secrets.value =
        "{\"slackWebhook\":\" %s\\n\",\"pagerDutyRoutingKey\":\" %s \"}"
            .formatted(server.slack(), "R".repeat(32));

    handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME));

    assertThat(bodies("/slack")).hasSize(1);
    assertThat(bodies("/pagerduty"))
        .singleElement()
        .asString()
        .contains("\"routing_key\":\"" + "R".repeat(32) + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.example/serv ices/SECRET",
        "https:SECRET",
        "http://hooks.slack.example/SECRET",
        "hooks.slack.example/SECRET",
        ""
      })
  void leavesAWrongAddressOffAndTellsTheOtherChannel(String webhook) {
    secrets.value =
        "{\"slackWebhook\":\"%s\",\"pagerDutyRoutingKey\":\"%s\"}"
            .formatted(webhook, "R".repeat(32));

    handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME));

    assertThat(bodies("/pagerduty")).hasSize(1);
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(said -> said.contains("Slack is off"))
        .noneMatch(said -> said.contains("SECRET"));
    assertThat(log.list).allMatch(said -> said.getThrowableProxy() == null);
  }

  @Test
  void leavesAnEmptyKeyOff() {
    secrets.value =
        "{\"slackWebhook\":\"%s\",\"pagerDutyRoutingKey\":\" \"}".formatted(server.slack());

    handle(AlarmFixtures.fromTopic("ALARM", SNS_TIME));

    assertThat(bodies("/slack")).hasSize(1);
    assertThat(bodies("/pagerduty")).isEmpty();
  }

  @Test
  void refusesWhatIsNoAlarm() {
    assertThatThrownBy(() -> handle(Map.of("detail-type", "Scheduled Event")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> handle(Map.of("Records", List.of("text"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> handle(Map.of("Records", List.of(Map.of("Sns", Map.of("Message", "no JSON"))))))
        .hasMessageContaining("no JSON");
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (RaiseAlertHandler handler = new RaiseAlertHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
      assertThat(handler.getApplicationContext().getBean(Metrics.class)).isNotNull();
    }
  }

  private void handle(Map<String, Object> input) {
    try {
      byte[] json = context.getBean(ObjectMapper.class).writeValueAsBytes(input);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      new RaiseAlertHandler(context)
          .handleRequest(new ByteArrayInputStream(json), answer, INVOCATION);
      assertThat(answer).hasToString("null");
    } catch (IOException e) {
      throw new UncheckedIOException("an alarm in memory", e);
    }
  }

  private List<String> bodies(String path) {
    return server.postedTo(path).stream().map(FakeChannelServer.Posted::body).toList();
  }
}
