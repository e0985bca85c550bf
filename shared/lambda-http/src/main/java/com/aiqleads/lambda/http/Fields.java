package com.aiqleads.lambda.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a request into values of the domain and remembers every one that is wrong.
public final class Fields {

  private final List<WrongField> wrong = new ArrayList<>();

  /// Empty, and remembered as wrong, if the text is missing or no such value.
  ///
  /// @param make throws `IllegalArgumentException` for what is none
  /// @param rule what the field must be, for people
  public <T> Optional<T> require(
      String field, @Nullable String text, Function<String, T> make, String rule) {
    if (text == null || text.isEmpty()) {
      refuse(field, "is required");
      return Optional.empty();
    }
    try {
      return Optional.of(make.apply(text));
    } catch (IllegalArgumentException _) {
      refuse(field, rule);
      return Optional.empty();
    }
  }

  public void refuse(String field, String rule) {
    wrong.add(new WrongField(field, rule));
  }

  public void throwIfAnyIsWrong() {
    if (!wrong.isEmpty()) {
      throw new BadInput(wrong);
    }
  }
}
