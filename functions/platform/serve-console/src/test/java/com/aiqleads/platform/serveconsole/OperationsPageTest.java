package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What operators see.
class OperationsPageTest extends RunningConsole {

  @Test
  void showsOperatorsWhatRuns() {
    API.answers(
        "http://admin/functions",
        200,
        "{\"functions\":[{\"function\":\"acquisition-parse-page\",\"invocations\":7,\"errors\":1,"
            + "\"failedMessages\":2}]}");
    API.answers(
        "http://admin/queues",
        200,
        "{\"queues\":[{\"function\":\"acquisition-parse-page\",\"depth\":5,\"inFlight\":3,"
            + "\"dead\":1}]}");
    API.answers(
        "http://admin/flow",
        200,
        "{\"hops\":[{\"time\":\"2026-11-01T12:00:00.123Z\",\"function\":\"acquisition-parse-page\","
            + "\"event\":\"PageFetched\",\"outcome\":\"done\",\"millis\":12.4,"
            + "\"correlationId\":\"cor_1\"}]}");
    API.answers(
        "http://admin/dead-letters/acquisition-parse-page",
        200,
        "{\"deadLetters\":[{\"event\":\"PageFetched\",\"correlationId\":\"cor_9\","
            + "\"body\":\"somebody's phone\",\"attributes\":{\"reason\":\"not an event\"}},"
            + "{\"event\":\"PageFetched\",\"correlationId\":\"cor_8\"}]}");

    API.answers(
        "http://admin/mail",
        200,
        "{\"letters\":[{\"to\":\"a@b.example\",\"subject\":\"Choose\",\"text\":\"Hello <Ann>\"}]}");

    String page =
        signedIn("admin", "platform:admin").get("/console/operations?correlation=cor_1").getBody();

    assertThat(API.calls())
        .extracting(FakeApi.Call::path)
        .contains("http://admin/flow?correlation=cor_1");
    assertThat(page)
        .contains("2026-11-01 12:00:00", "12 ms", "not an event", "Failed too often")
        .contains("Choose · a@b.example", "Hello &lt;Ann&gt;")
        .doesNotContain("somebody's phone");
  }

  @Test
  void showsOperatorsWhatIsNoEventOfOurs() {
    API.answers("http://admin/functions", 200, "{\"functions\":[]}");
    API.answers(
        "http://admin/queues",
        200,
        "{\"queues\":[{\"function\":\"acquisition-parse-page\",\"depth\":0,\"inFlight\":0,"
            + "\"dead\":1}]}");
    API.answers(
        "http://admin/flow",
        200,
        "{\"hops\":[{\"time\":\"2026-11-01T12:00:00Z\",\"function\":\"acquisition-parse-page\","
            + "\"event\":\"\",\"outcome\":\"failed\",\"millis\":1,\"correlationId\":\"\"}]}");
    API.answers(
        "http://admin/dead-letters/acquisition-parse-page",
        200,
        "{\"deadLetters\":[{\"event\":\"\",\"correlationId\":\"\",\"body\":\"nonsense\"}]}");
    API.answers("http://admin/mail", 200, "{\"letters\":[]}");

    String page = signedIn("admin", "platform:admin").get("/console/operations").getBody();

    assertThat(page)
        .contains("2026-11-01 12:00:00", "It is no event of ours.")
        .doesNotContain("correlation=\"", "<code></code>");
  }

  @Test
  void keepsOperationsFromEverybodyElse() {
    assertThat(signedIn("buyer", "marketplace:read").get("/console/operations").getStatusCode())
        .isEqualTo(403);
  }
}
