package com.aiqleads.marketplace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.marketplace.delivery.Destination.Webhook;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

  private static final URI ADDRESS = URI.create("https://crm.example/");

  @Test
  void isSignedWithWhatItWasTakenWith() {
    List<SigningSecret> secrets = new ArrayList<>(List.of(SigningSecret.fresh()));
    Webhook webhook = new Webhook(ADDRESS, secrets);

    secrets.clear();

    assertThat(webhook.secrets()).hasSize(1);
  }

  @Test
  void saysNothingOfItsSecrets() {
    AccessKey key = new AccessKey("pat-na1-secret");

    assertThat(
            List.of(
                new Webhook(ADDRESS, SigningSecret.fresh()),
                new Destination.HubSpot(ADDRESS, key),
                new Destination.FollowUpBoss(ADDRESS, key),
                new Destination.Salesforce(ADDRESS, key, key)))
        .allSatisfy(it -> assertThat(it.toString()).doesNotContain("whsec_", "pat-na1"));
    assertThat(new Carrier.Letter(ADDRESS, Map.of("Authorization", "word"), "Dana", 0))
        .hasToString("a letter");
    assertThat(new Carrier.Answer.Status(200, Map.of(), "Dana")).hasToString("Status[200]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567", "with space", "two\r\nlines", "käy-schlüssel"})
  void whatBreaksAHeaderIsNoKey(String text) {
    assertThatThrownBy(() -> new AccessKey(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyHasAnEnd() {
    assertThat(new AccessKey("k".repeat(AccessKey.MOST_CHARACTERS)).reveal()).hasSize(500);
    assertThatThrownBy(() -> new AccessKey("k".repeat(AccessKey.MOST_CHARACTERS + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new AccessKey("12345678").reveal()).isEqualTo("12345678");
  }
}
