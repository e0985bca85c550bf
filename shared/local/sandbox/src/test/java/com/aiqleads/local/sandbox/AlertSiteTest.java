package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertSiteTest {

  private final Sandbox sandbox = Sandbox.start(0, 7, 1);
  private final Visitor visitor = Visitor.of(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void hearsAlertsAndAnswersAsTheChannelsDo() {
    var slack = visitor.postJson("/alerts/slack", "{\"text\":\"CRITICAL: a\"}");
    var pagerDuty = visitor.postJson("/alerts/pagerduty", "{\"event_action\":\"trigger\"}");

    assertThat(slack.statusCode()).isEqualTo(200);
    assertThat(slack.body()).isEqualTo("ok");
    assertThat(pagerDuty.statusCode()).isEqualTo(202);
    assertThat(visitor.get("/control/alerts").body())
        .contains("\"slack\"", "CRITICAL: a", "\"pagerduty\"", "trigger");
  }

  @Test
  void refusesWhatIsNoAlertAndForgetsTheOldest() {
    assertThat(visitor.get("/alerts/slack").statusCode()).isEqualTo(400);
    for (int alert = 0; alert < 201; alert++) {
      visitor.postJson("/alerts/slack", "{\"text\":\"number-" + alert + ".\"}");
    }

    assertThat(visitor.get("/control/alerts").body())
        .contains("number-1.", "number-200.")
        .doesNotContain("number-0.");
  }
}
