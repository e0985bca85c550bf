package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One lead's page, in words.
public record LeadDetails(
    String title,
    List<Fact> facts,
    @Nullable String description,
    String price,
    List<String> priceReasons,
    String quality,
    String band,
    List<String> qualityReasons,
    List<Fact> contact,
    String contactHint,
    @Nullable Offer offer,
    @Nullable String correlationId) {

  public record Fact(String label, String value) {

    /// Where the reader may go on to. Sites wrote it: of other kinds of addresses none is a link.
    public boolean isAddress() {
      return value.startsWith("https://") || value.startsWith("http://");
    }
  }

  /// What there is to buy; nothing of a lead that the team owns.
  public record Offer(String lead, String slots, boolean canWait, List<Choice> choices) {

    public Offer {
      choices = List.copyOf(choices);
    }
  }

  /// One way to have the lead.
  ///
  /// @param price in the smallest unit, as the hold names it
  public record Choice(String mode, String label, long price) {}

  public LeadDetails {
    facts = List.copyOf(facts);
    priceReasons = List.copyOf(priceReasons);
    qualityReasons = List.copyOf(qualityReasons);
    contact = List.copyOf(contact);
  }
}
