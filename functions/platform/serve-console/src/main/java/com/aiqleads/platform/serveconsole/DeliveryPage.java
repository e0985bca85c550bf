package com.aiqleads.platform.serveconsole;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the team wants its leads, and what became of each delivery.
///
/// @param mayChange whether the viewer manages the team
/// @param mayRepeat whether the viewer may have something delivered again
/// @param fresh the secret that was just made, or nothing
/// @param next the address of the next page
public record DeliveryPage(
    List<Address> addresses,
    List<Line> deliveries,
    boolean mayChange,
    boolean mayRepeat,
    String fresh,
    List<String> refusals,
    @Nullable String next) {

  /// One endpoint.
  ///
  /// @param url of a webhook its address, of a system its name
  /// @param off why nothing is sent there, or nothing
  public record Address(String id, Kind kind, String url, String addedAt, @Nullable String off) {

    /// Nobody has agreed to it: it can be asked again, and not turned on.
    public boolean isUnconfirmed() {
      return DeliveryPages.UNCONFIRMED.equals(off);
    }

    /// Nobody of the team can turn it on again.
    public boolean isStopped() {
      return DeliveryPages.STOPPED.equals(off);
    }
  }

  /// What a team may have its leads delivered to.
  public enum Kind {
    WEBHOOK("Webhook", "", ""),
    HUBSPOT("HubSpot", "Access token of a private app", ""),
    FOLLOW_UP_BOSS("Follow Up Boss", "API key", ""),
    SALESFORCE("Salesforce", "Consumer secret", "Consumer key"),
    EMAIL("Mail", "", "");

    private final String label;
    private final String key;
    private final String client;

    Kind(String label, String key, String client) {
      this.label = label;
      this.key = key;
      this.client = client;
    }

    public String label() {
      return label;
    }

    /// What the system calls what lets us in; nothing of a webhook.
    public String key() {
      return key;
    }

    /// What the system calls who we are there, if it asks.
    public String client() {
      return client;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return Arrays.stream(values())
          .filter(it -> it.code().equals(code))
          .findFirst()
          .orElse(WEBHOOK);
    }

    public static List<Kind> systems() {
      return List.of(HUBSPOT, FOLLOW_UP_BOSS, SALESFORCE);
    }
  }

  /// One delivery.
  ///
  /// @param lead none of a test
  /// @param repeatable whether its address is still there and on
  public record Line(
      String id,
      String at,
      @Nullable String lead,
      String url,
      String state,
      String detail,
      boolean repeatable) {}

  public DeliveryPage {
    addresses = List.copyOf(addresses);
    deliveries = List.copyOf(deliveries);
    refusals = List.copyOf(refusals);
  }
}
