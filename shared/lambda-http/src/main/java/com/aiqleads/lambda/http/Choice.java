package com.aiqleads.lambda.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A word that a caller may choose, such as a sort: the names of an enum in lower case with
/// hyphens, and nothing else. Names from outside never reach a query.
public final class Choice {

  private Choice() {}

  public static <E extends Enum<E>> E of(Class<E> choices, String field, String text) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> nameOf(choice).equals(text))
        .findFirst()
        .orElseThrow(() -> new BadInput(field, "must be one of " + names(choices)));
  }

  public static String nameOf(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> String names(Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .map(Choice::nameOf)
        .collect(Collectors.joining(", "));
  }
}
