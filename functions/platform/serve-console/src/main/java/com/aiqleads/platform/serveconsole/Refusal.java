package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a page cannot be shown, in words for its reader.
public record Refusal(
    String title,
    String detail,
    List<WrongField> wrongFields,
    String back,
    @Nullable String correlationId) {

  public record WrongField(String field, String message) {}

  static Refusal notForYou() {
    return new Refusal(
        "Not for you",
        "Your role does not include this page. Ask an admin of your team if you need it.",
        List.of(),
        "/console",
        null);
  }

  public Refusal {
    wrongFields = List.copyOf(wrongFields);
  }
}
