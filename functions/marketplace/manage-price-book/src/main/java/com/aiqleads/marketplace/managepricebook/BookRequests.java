package com.aiqleads.marketplace.managepricebook;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.pricing.Figures;
import com.aiqleads.marketplace.pricing.PriceBooks;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What may be asked of the price book.
final class BookRequests {

  private BookRequests() {}

  @Serdeable
  @Schema(requiredProperties = "figures")
  record PreviewRequest(@Nullable FiguresBody figures) {

    Figures checked() {
      Fields fields = new Fields();
      Optional<Figures> wanted = wanted(figures, fields);
      fields.throwIfAnyIsWrong();
      return wanted.orElseThrow();
    }
  }

  /// Figures to be put in force, and what whoever asks has seen before.
  record Change(int inForce, Figures figures, String note) {}

  @Serdeable
  @Schema(requiredProperties = {"inForce", "note", "figures"})
  record ChangeRequest(
      @Schema(description = "The `number` of the book that these figures replace")
          @Nullable Integer inForce,
      @Schema(description = "Why, for whoever reads the history", maxLength = PriceBooks.MAX_NOTE)
          @Nullable String note,
      @Nullable FiguresBody figures) {

    Change checked() {
      Fields fields = new Fields();
      Optional<Figures> wanted = wanted(figures, fields);
      Optional<String> why = why(note, fields);
      int number = number(inForce, fields);
      fields.throwIfAnyIsWrong();
      return new Change(number, wanted.orElseThrow(), why.orElseThrow());
    }
  }

  record Restoration(int inForce, String note) {}

  @Serdeable
  @Schema(requiredProperties = {"inForce", "note"})
  record RestorationRequest(
      @Schema(description = "The `number` of the book that this one replaces")
          @Nullable Integer inForce,
      @Schema(maxLength = PriceBooks.MAX_NOTE) @Nullable String note) {

    Restoration checked() {
      Fields fields = new Fields();
      Optional<String> why = why(note, fields);
      int number = number(inForce, fields);
      fields.throwIfAnyIsWrong();
      return new Restoration(number, why.orElseThrow());
    }
  }

  private static Optional<Figures> wanted(@Nullable FiguresBody figures, Fields fields) {
    if (figures == null) {
      fields.refuse("figures", "is required");
      return Optional.empty();
    }
    return figures.checked(fields);
  }

  private static int number(@Nullable Integer inForce, Fields fields) {
    if (inForce == null) {
      fields.refuse("inForce", "is required");
      return 0;
    }
    return inForce;
  }

  private static Optional<String> why(@Nullable String note, Fields fields) {
    return fields.require(
        "note",
        note == null ? null : note.strip(),
        BookRequests::brief,
        "must say why in at most " + PriceBooks.MAX_NOTE + " characters");
  }

  private static String brief(String text) {
    if (text.length() > PriceBooks.MAX_NOTE) {
      throw new IllegalArgumentException("too long");
    }
    return text;
  }
}
