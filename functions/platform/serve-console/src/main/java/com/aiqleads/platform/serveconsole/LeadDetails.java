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
    @Nullable String correlationId) {

  public record Fact(String label, String value) {}

  public LeadDetails {
    facts = List.copyOf(facts);
    priceReasons = List.copyOf(priceReasons);
    qualityReasons = List.copyOf(qualityReasons);
    contact = List.copyOf(contact);
  }
}
