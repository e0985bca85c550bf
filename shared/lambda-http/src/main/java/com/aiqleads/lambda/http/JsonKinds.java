package com.aiqleads.lambda.http;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/// Which kind of JSON a type wants. Libraries are lenient (`"12"` for 12, 1.9 for 1); we are not.
final class JsonKinds {

  private static final Set<Class<?>> WHOLE =
      Set.of(
          int.class,
          Integer.class,
          long.class,
          Long.class,
          short.class,
          Short.class,
          byte.class,
          Byte.class,
          BigInteger.class);
  private static final Set<Class<?>> FRACTION =
      Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);
  private static final Set<Class<?>> TRUTH = Set.of(boolean.class, Boolean.class);

  private JsonKinds() {}

  /// What is wrong, if anything.
  static Optional<String> mismatch(JsonNode node, Class<?> type) {
    if (node.isString() && !isText(node.getStringValue())) {
      return Optional.of("has a character that no text has");
    }
    if (WHOLE.contains(type)) {
      return unless(node.isNumber() && isWhole(node, type), "must be a whole number");
    }
    if (FRACTION.contains(type)) {
      return unless(node.isNumber(), "must be a number");
    }
    if (TRUTH.contains(type)) {
      return unless(node.isBoolean(), "must be true or false");
    }
    if (type.equals(String.class)) {
      return unless(node.isString(), "must be a text");
    }
    return unless(!type.isEnum() || node.isString(), "must be a text");
  }

  /// Half of a surrogate pair can be said by an escape, and is written to no store as it was.
  private static boolean isText(String value) {
    return value
        .codePoints()
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }

  private static boolean isWhole(JsonNode node, Class<?> type) {
    BigDecimal value = node.getBigDecimalValue();
    try {
      boolean isInt = type.equals(int.class) || type.equals(Integer.class);
      return (isInt ? value.intValueExact() : value.longValueExact()) == value.longValue();
    } catch (ArithmeticException _) {
      return false;
    }
  }

  private static Optional<String> unless(boolean right, String message) {
    return right ? Optional.empty() : Optional.of(message);
  }
}
