package com.aiqleads.acquisition.parsing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A JSON value read forgivingly: what is missing, or of another type than asked for, is null or
/// empty, because sites change types without notice.
record Json(@Nullable Object value) {

  /// Digits of a number written out, the zeros that an exponent stands for among them: no figure of
  /// a home has more, and nine characters could ask for a gigabyte of zeros.
  private static final int MAX_DIGITS = 40;

  /// Sign, point and exponent may stand between the digits.
  private static final int MAX_NUMBER_LENGTH = MAX_DIGITS + 10;

  /// Of a list: one more than the most advertisements that are read of a page.
  private static final int MAX_ITEMS = CraigslistResults.MAX_ROWS + 1;

  private static final int MAX_VALUES_OF_ITEM = 1_000;
  private static final int MAX_VALUES = 250_000;

  /// A number that is too long is none, as here decided; it does not spoil what stands beside it.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
          .build();

  /// Empty if the text is not one JSON value.
  static Optional<Json> parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken start = parser.nextToken();
      return start == null
          ? Optional.empty()
          : Optional.of(new Json(new Reading(parser).read(start)));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /// The values at these paths of names, in one walk through the text and without taking in what
  /// stands beside them: pages ship much more than is read of them. Of a text that is torn those
  /// that stand before its end.
  static Map<List<String>, Json> all(String text, Collection<List<String>> paths) {
    Map<List<String>, Json> found = new HashMap<>();
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken start = parser.nextToken();
      if (start != null) {
        take(parser, start, JsonPaths.of(paths), true, found);
      }
    } catch (IOException torn) {
      return found;
    }
    return found;
  }

  /// Of several members of one name the first is the one.
  ///
  /// @param last whether nothing is wanted behind this value: then the walk ends in it
  private static void take(
      JsonParser parser,
      JsonToken token,
      JsonPaths wanted,
      boolean last,
      Map<List<String>, Json> found)
      throws IOException {
    List<String> end = wanted.end();
    if (end != null) {
      found.put(end, new Json(new Reading(parser).read(token)));
    } else if (token == JsonToken.START_OBJECT) {
      Map<String, JsonPaths> left = new HashMap<>(wanted.next());
      while (!(last && left.isEmpty()) && parser.nextToken() == JsonToken.FIELD_NAME) {
        JsonPaths next = left.remove(parser.currentName());
        JsonToken value = parser.nextToken();
        if (next == null) {
          parser.skipChildren();
        } else {
          take(parser, value, next, last && left.isEmpty(), found);
        }
      }
    } else {
      parser.skipChildren();
    }
  }

  /// What members of this name hold, wherever they stand in the text, the outermost each; the first
  /// so many. Nothing beside them is taken in. Empty if the text is no JSON up to its end.
  static Optional<List<Json>> named(String name, String text, int max) {
    List<Json> found = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME
            && parser.currentName().equals(name)
            && found.size() < max) {
          found.add(new Json(new Reading(parser).read(parser.nextToken())));
        }
      }
      return Optional.of(List.copyOf(found));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  Json get(String name) {
    return new Json(value instanceof Map<?, ?> members ? members.get(name) : null);
  }

  Stream<Json> elements() {
    return value instanceof List<?> list ? list.stream().map(Json::new) : Stream.empty();
  }

  boolean isArray() {
    return value instanceof List<?>;
  }

  /// Also where a site has begun to write it as a text or as a number: a home is sold all the same.
  boolean isTrue() {
    return switch (value) {
      case Boolean said -> said;
      case String text -> text.strip().equalsIgnoreCase("true");
      case BigDecimal number -> number.compareTo(BigDecimal.ONE) == 0;
      case null, default -> false;
    };
  }

  /// A text or a number as text; null for anything else and for blank texts.
  @Nullable String text() {
    String text =
        switch (value) {
          case String string -> Bounds.writable(string).strip();
          case BigDecimal number -> number.toPlainString();
          case null, default -> "";
        };
    return text.isEmpty() ? null : text;
  }

  @Nullable BigDecimal number() {
    return value instanceof BigDecimal number ? number : null;
  }

  private static @Nullable BigDecimal figure(String text) {
    if (text.length() > MAX_NUMBER_LENGTH) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return number.precision() + Math.abs((long) number.scale()) > MAX_DIGITS ? null : number;
    } catch (NumberFormatException exponentTooLarge) {
      return null;
    }
  }

  /// Takes in no more than a true page holds; what is beyond that counts as missing.
  private static final class Reading {

    private final JsonParser parser;
    private int left = MAX_VALUES;

    Reading(JsonParser parser) {
      this.parser = parser;
    }

    @Nullable Object read(JsonToken token) throws IOException {
      left--;
      if (left < 0) {
        parser.skipChildren();
        return null;
      }
      return switch (token) {
        case START_OBJECT -> members();
        case START_ARRAY -> items();
        case VALUE_STRING -> parser.getText();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> figure(parser.getText());
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        default -> null;
      };
    }

    private Map<String, @Nullable Object> members() throws IOException {
      Map<String, @Nullable Object> members = new HashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        Object value = read(parser.nextToken());
        if (value != null) {
          members.put(name, value);
        }
      }
      return members;
    }

    private List<@Nullable Object> items() throws IOException {
      List<@Nullable Object> items = new ArrayList<>();
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        if (items.size() < MAX_ITEMS) {
          items.add(item(token));
        } else {
          parser.skipChildren();
        }
      }
      return items;
    }

    /// Each has a share of its own: what one wastes, its neighbours do not lack.
    private @Nullable Object item(JsonToken token) throws IOException {
      int before = left;
      int share = Math.min(before, MAX_VALUES_OF_ITEM);
      left = share;
      Object item = read(token);
      left = before - (share - Math.max(left, 0));
      return item;
    }
  }
}
