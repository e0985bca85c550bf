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

  public Refusal {
    wrongFields = List.copyOf(wrongFields);
  }
}
