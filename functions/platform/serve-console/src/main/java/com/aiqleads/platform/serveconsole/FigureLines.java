package com.aiqleads.platform.serveconsole;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The figures of the price book as people type them: in each line a name or a number, and a value.
enum FigureLines {
  AMOUNTS {
    @Override
    String text(JsonNode figures, String field) {
      return Json.fields(figures, field).stream()
          .map(entry -> entry.getKey() + " " + dollars(entry.getValue()))
          .collect(Collectors.joining("\n"));
    }

    @Override
    Object value(String text) {
      return named(text, FigureLines::money);
    }
  },

  PERCENTS {
    @Override
    String text(JsonNode figures, String field) {
      return Json.fields(figures, field).stream()
          .map(entry -> entry.getKey() + " " + entry.getValue().getLongValue())
          .collect(Collectors.joining("\n"));
    }

    @Override
    Object value(String text) {
      return named(text, FigureLines::number);
    }
  },

  STEPS {
    @Override
    String text(JsonNode figures, String field) {
      return Json.list(figures, field).stream()
          .map(step -> Json.number(step, "from") + " " + Json.number(step, "percent"))
          .collect(Collectors.joining("\n"));
    }

    @Override
    Object value(String text) {
      List<Map<String, Object>> steps = new ArrayList<>();
      for (String line : lines(text)) {
        steps.add(Map.of("from", number(first(line)), "percent", number(rest(line))));
      }
      return steps;
    }
  },

  AMOUNT {
    @Override
    String text(JsonNode figures, String field) {
      return Json.at(figures, field).map(FigureLines::dollars).orElse("");
    }

    @Override
    Object value(String text) {
      return money(text);
    }
  },

  NUMBER {
    @Override
    String text(JsonNode figures, String field) {
      return Json.text(figures, field);
    }

    @Override
    Object value(String text) {
      return number(text);
    }
  };

  private static final int CENTS = 2;
  private static final Pattern AMOUNT_TEXT = Pattern.compile("\\$?[0-9]{1,9}(\\.[0-9]{1,2})?");
  private static final Pattern NUMBER_TEXT = Pattern.compile("[0-9]{1,9}");

  abstract String text(JsonNode figures, String field);

  /// As the API takes it.
  ///
  /// @throws IllegalArgumentException with the line that cannot be read
  abstract Object value(String text);

  private interface Reading {
    Object read(String text);
  }

  private static Map<String, Object> named(String text, Reading reading) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String line : lines(text)) {
      if (values.put(first(line), reading.read(rest(line))) != null) {
        throw new IllegalArgumentException("\u201c" + line + "\u201d: the name stands there twice");
      }
    }
    return values;
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String first(String line) {
    int blank = line.lastIndexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException("\u201c" + line + "\u201d: the value is missing");
    }
    return line.substring(0, blank).strip();
  }

  private static String rest(String line) {
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  private static Object money(String text) {
    if (!AMOUNT_TEXT.matcher(text.strip()).matches()) {
      throw new IllegalArgumentException("\u201c" + text + "\u201d is no amount such as 24.00");
    }
    BigDecimal amount = new BigDecimal(text.strip().replace("$", ""));
    return Map.of("minorUnits", amount.movePointRight(CENTS).longValueExact(), "currency", "USD");
  }

  private static Object number(String text) {
    if (!NUMBER_TEXT.matcher(text.strip()).matches()) {
      throw new IllegalArgumentException("\u201c" + text + "\u201d is no whole number");
    }
    return Long.valueOf(text.strip());
  }

  private static String dollars(JsonNode money) {
    return BigDecimal.valueOf(Json.number(money, "minorUnits"), CENTS).toPlainString();
  }
}
