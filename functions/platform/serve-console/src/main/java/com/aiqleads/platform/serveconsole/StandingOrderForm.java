package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.StandingOrdersPage.Form;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Between what people fill in and what the API takes. What is no number goes on as it is: the API
/// says what is wrong with it.
final class StandingOrderForm {

  /// Before the names of the search's own fields.
  private static final String SEARCH = "search.";

  /// When the order ends so far, to the second; the form's own field knows the day only.
  private static final String END = "validUntilBefore";

  private static final Pattern MONEY = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final List<String> SPANS = List.of("hour", "day", "week", "month", "total");

  private StandingOrderForm() {}

  /// A new order for a search of the search page.
  static Form of(Query query) {
    Map<String, String> search = new TreeMap<>(query.values());
    List.of("sort", "limit", "cursor", "available").forEach(search::remove);
    Map<String, String> values = Map.of("act", "alert", "mode", "shared", "channel", "daily");
    return form(null, values, search);
  }

  static Form of(JsonNode order) {
    Map<String, String> values = new HashMap<>();
    for (String name : List.of("name", "act", "mode", "channel", "state")) {
      values.put(name, Json.text(order, name));
    }
    Json.at(order, "limit").ifPresent(limit -> values.put("limit", dollars(limit)));
    Json.at(order, "validUntil")
        .map(JsonNode::coerceStringValue)
        .ifPresent(
            end -> {
              values.put("validUntil", end.substring(0, 10));
              values.put(END, end);
            });
    for (JsonNode cap : Json.list(order, "caps")) {
      String span = Json.text(cap, "span");
      values.put(span + "Leads", Json.text(cap, "maxLeads"));
      Json.at(cap, "maxAmount").ifPresent(most -> values.put(span + "Amount", dollars(most)));
    }
    return form(Json.text(order, "id"), values, search(order));
  }

  /// As it was sent, to be shown again.
  static Form of(@Nullable String id, Map<String, String> form) {
    return form(id, form, search(form));
  }

  private static Form form(
      @Nullable String id, Map<String, String> values, Map<String, String> search) {
    return new Form(
        id, values, search, inWords(search), "/console/leads" + new Query(search).text());
  }

  static Map<String, String> search(JsonNode order) {
    Map<String, String> search = new TreeMap<>();
    Json.fields(order, "search")
        .forEach(one -> search.put(one.getKey(), one.getValue().coerceStringValue()));
    return search;
  }

  private static Map<String, String> search(Map<String, String> form) {
    Map<String, String> search = new TreeMap<>();
    form.forEach(
        (name, value) -> {
          if (name.startsWith(SEARCH)) {
            search.put(name.substring(SEARCH.length()), value);
          }
        });
    return search;
  }

  static String inWords(Map<String, String> search) {
    return search.isEmpty()
        ? "Every lead"
        : String.join(
            "; ",
            search.entrySet().stream()
                .map(one -> SearchAnswers.field(one.getKey()) + ": " + one.getValue())
                .toList());
  }

  static Map<String, Object> body(Map<String, String> form) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (String name : List.of("name", "act", "mode", "channel")) {
      body.put(name, text(form, name));
    }
    body.put("search", search(form));
    money(text(form, "limit")).ifPresent(limit -> body.put("limit", limit));
    List<Map<String, Object>> caps = new ArrayList<>();
    SPANS.forEach(span -> cap(form, span).ifPresent(caps::add));
    body.put("caps", caps);
    String end = text(form, "validUntil");
    if (!end.isEmpty()) {
      // Of a day that was not changed the time of day stays as well.
      String before = text(form, END);
      body.put("validUntil", before.startsWith(end + "T") ? before : end + "T23:59:59Z");
    }
    return body;
  }

  private static Optional<Map<String, Object>> cap(Map<String, String> form, String span) {
    Map<String, Object> cap = new LinkedHashMap<>();
    String leads = text(form, span + "Leads");
    if (!leads.isEmpty()) {
      cap.put("maxLeads", COUNT.matcher(leads).matches() ? Integer.valueOf(leads) : -1);
    }
    money(text(form, span + "Amount")).ifPresent(amount -> cap.put("maxAmount", amount));
    if (cap.isEmpty()) {
      return Optional.empty();
    }
    cap.put("span", span);
    return Optional.of(cap);
  }

  private static Optional<Map<String, Object>> money(String dollars) {
    if (dollars.isEmpty()) {
      return Optional.empty();
    }
    long cents =
        MONEY.matcher(dollars).matches()
            ? new BigDecimal(dollars).movePointRight(2).longValueExact()
            : -1;
    return Optional.of(Map.of("minorUnits", cents, "currency", "USD"));
  }

  private static String dollars(JsonNode money) {
    return BigDecimal.valueOf(Json.number(money, "minorUnits"), 2)
        .setScale(2, RoundingMode.UNNECESSARY)
        .toPlainString();
  }

  private static String text(Map<String, String> form, String name) {
    return form.getOrDefault(name, "").strip();
  }
}
