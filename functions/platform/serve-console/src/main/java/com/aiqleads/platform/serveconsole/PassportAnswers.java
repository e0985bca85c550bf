package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.LeadDetails.Fact;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Makes a lead's legal passport of the API's answer.
final class PassportAnswers {

  private static final int SHOWN_OF_A_HASH = 12;

  private PassportAnswers() {}

  static List<Fact> facts(JsonNode passport) {
    List<Fact> facts = new ArrayList<>();
    Json.list(passport, "sources")
        .forEach(
            source -> {
              facts.add(source(source));
              facts.add(evidence(source));
            });
    facts.add(new Fact("Kept until", Words.moment(Json.text(passport, "keptUntil"))));
    facts.add(
        new Fact(
            "Suppressed",
            isSuppressed(passport)
                ? "Yes: do not contact"
                : "No, checked " + Words.moment(Json.text(passport, "checkedAt"))));
    String lookedUp = Json.text(passport, "lookedUpAt");
    facts.add(
        new Fact(
            "Do-not-call lists",
            lookedUp.isEmpty()
                ? "Not every number was looked up"
                : "Looked up " + Words.moment(lookedUp)));
    facts.add(new Fact("Consent", consent(passport)));
    facts.add(new Fact("By phone now", decision(passport, "phone")));
    facts.add(new Fact("By mail now", decision(passport, "mail")));
    return facts;
  }

  private static Fact source(JsonNode source) {
    String terms = Json.text(source, "accessBasis");
    String refusal = Json.text(source, "refusal");
    String parser = Json.text(source, "parserVersion");
    String right = terms.isEmpty() ? "no approval" : terms + " access";
    return new Fact(
        "From " + Json.text(source, "source"),
        "Seen %s, %s%s%s%s%s"
            .formatted(
                Words.moment(Json.text(source, "observedAt")),
                parser.isEmpty() ? "" : "read by " + parser + ", ",
                right,
                terms(source),
                approval(source),
                refusal.isEmpty() ? "" : ", not fetched now: " + said(refusal)));
  }

  private static String terms(JsonNode source) {
    String reviewed = Json.text(source, "termsReviewedAt");
    return reviewed.isEmpty() ? "" : ", terms read " + Words.moment(reviewed);
  }

  /// Of everybody who may be reached about the lead.
  private static String consent(JsonNode passport) {
    String lines =
        Json.list(passport, "consents").stream()
            .map(
                line ->
                    "%s %s %s"
                        .formatted(
                            said(Json.text(line, "channel")),
                            Json.text(line, "act").equals("given") ? "agreed to" : "taken back",
                            Words.moment(Json.text(line, "at"))))
            .collect(Collectors.joining("; "));
    return lines.isEmpty() ? "None on record" : lines;
  }

  private static String approval(JsonNode source) {
    if (Json.text(source, "approvedBy").isEmpty()) {
      return "";
    }
    String end = Json.text(source, "approvedUntil");
    return end.isEmpty() ? ", open-ended" : " until " + Words.moment(end);
  }

  private static Fact evidence(JsonNode source) {
    String hash = Json.text(source, "fetch", "robotsHash");
    return new Fact(
        "Robots file",
        hash.isEmpty()
            ? "The page is not kept any more"
            : "Obeyed as read %s, status %s, %s, %s; approved by %s"
                .formatted(
                    Words.moment(Json.text(source, "fetch", "robotsReadAt")),
                    Json.text(source, "fetch", "robotsStatus"),
                    hash.substring(0, Math.min(hash.length(), SHOWN_OF_A_HASH)),
                    rule(Json.text(source, "fetch", "robotsRule")),
                    Json.text(source, "fetch", "approvedBy")));
  }

  private static String rule(String line) {
    return switch (line) {
      case "" -> "the line that decided was not kept";
      case "none" -> "no line speaks of the page";
      default -> "by \u201C" + line + "\u201D";
    };
  }

  static boolean isSuppressed(JsonNode passport) {
    return Json.text(passport, "suppressed").equals("true");
  }

  static String decision(JsonNode passport, String way) {
    String allowed = codes(passport, way, "allowed");
    String refusals = codes(passport, way, "refusals");
    return (allowed.isEmpty() ? "nothing" : allowed)
        + (refusals.isEmpty() ? "" : " (" + refusals + ")");
  }

  private static String codes(JsonNode passport, String... path) {
    return Json.list(passport, path).stream()
        .map(code -> said(code.coerceStringValue()))
        .collect(Collectors.joining(", "));
  }

  private static String said(String code) {
    return code.replace('_', ' ');
  }
}
