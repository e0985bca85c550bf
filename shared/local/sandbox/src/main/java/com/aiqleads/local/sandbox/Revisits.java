package com.aiqleads.local.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/// Validators of a page, and the answer to who comes back with them.
final class Revisits {

  private static final int DATE_ONLY_EVERY = 5;

  private Revisits() {}

  static Answer marked(Answer answer, Home home) {
    Instant changed = home.listedOn().atTime(12, 0).toInstant(ZoneOffset.UTC);
    // A page's date tells nothing of its price, so only some pages rely on it.
    return home.number() % DATE_ONLY_EVERY == 0
        ? answer.with("Last-Modified", Faults.httpDate(changed))
        : answer.with("ETag", "\"" + Integer.toHexString(answer.body().hashCode()) + "\"");
  }

  static Answer revisited(Request request, Answer answer) {
    String tag = answer.headers().getOrDefault("ETag", "none");
    boolean same = request.header("If-None-Match").equals(tag) || notSince(request, answer);
    return same && answer.status() == 200 ? answer.withoutBody(304) : answer;
  }

  private static boolean notSince(Request request, Answer answer) {
    String changed = answer.headers().getOrDefault("Last-Modified", "");
    String since = request.header("If-Modified-Since");
    try {
      return !changed.isEmpty() && !since.isEmpty() && !parsed(changed).isAfter(parsed(since));
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static Instant parsed(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
