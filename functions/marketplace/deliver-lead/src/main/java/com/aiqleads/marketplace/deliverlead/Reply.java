package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.delivery.Carrier.Answer;
import com.aiqleads.marketplace.delivery.Receipt;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What a system answered. Its sentences may repeat the seller's number or address, so only words
/// that are codes and names of fields are passed on.
record Reply(Answer.Status status, JsonNode body) {

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,60}");
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,40}");
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4000}");
  private static final int MOST_WORDS = 10;
  private static final int NO_CONTENT = 204;
  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_BREAKDOWN = 500;

  int code() {
    return status.code();
  }

  /// Numbers, too, as text; nothing if there is none.
  String text(String... path) {
    @Nullable JsonNode at = at(body, path);
    return at == null || !(at.isString() || at.isNumber()) ? "" : at.coerceStringValue();
  }

  /// What the system calls what it has made, which is kept and shown; nothing if it is no id.
  String id() {
    return only(ID, text("id"));
  }

  /// Fit for a header.
  String token() {
    return only(TOKEN, text("access_token"));
  }

  boolean isTrue(String field) {
    @Nullable JsonNode at = at(body, field);
    return at != null && at.isBoolean() && at.getBooleanValue();
  }

  /// A code that may be shown.
  String word(String... path) {
    return only(WORD, text(path));
  }

  /// The first of a list of answers, as Salesforce writes its errors.
  Reply first() {
    return body.isArray() && body.size() > 0 ? new Reply(status, body.get(0)) : this;
  }

  /// What a list of words says, or a list of things with such a word each.
  String words(String list, String... path) {
    @Nullable JsonNode at = at(body, list);
    if (at == null || !at.isArray()) {
      return "";
    }
    return StreamSupport.stream(at.values().spliterator(), false)
        .map(one -> new Reply(status, one).word(path))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .collect(Collectors.joining(", "));
  }

  Receipt failed(String answer) {
    return failed(answer, Duration.ZERO);
  }

  /// No sooner than the server asks, and than this.
  Receipt failed(String answer, Duration least) {
    return failed(answer, least, mayHaveArrived());
  }

  /// @param mayHaveArrived if the answer says it otherwise than its status
  Receipt failed(String answer, Duration least, boolean mayHaveArrived) {
    Duration asked = status.comeBack().orElse(Duration.ZERO);
    return new Receipt.Failed(asked.compareTo(least) > 0 ? asked : least, answer, mayHaveArrived);
  }

  /// Who refuses keeps nothing; who breaks, or means something else by a success, may.
  private boolean mayHaveArrived() {
    return code() != NO_CONTENT && (code() < FIRST_REFUSAL || code() >= FIRST_BREAKDOWN);
  }

  private static String only(Pattern form, String text) {
    return form.matcher(text).matches() ? text : "";
  }

  private static @Nullable JsonNode at(JsonNode node, String... path) {
    @Nullable JsonNode at = node;
    for (String name : path) {
      at = at == null || !at.isObject() ? null : at.get(name);
    }
    return at;
  }

  @Override
  public String toString() {
    return "Reply[" + code() + "]";
  }
}
