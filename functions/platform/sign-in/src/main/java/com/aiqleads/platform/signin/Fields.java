package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.WrongField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a request into values of the domain and remembers every one that is wrong.
final class Fields {

  private final List<WrongField> wrong = new ArrayList<>();

  <T> Optional<T> require(
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

  void refuse(String field, String rule) {
    wrong.add(new WrongField(field, rule));
  }

  void throwIfAnyIsWrong() {
    if (!wrong.isEmpty()) {
      throw new BadInput(wrong);
    }
  }
}
