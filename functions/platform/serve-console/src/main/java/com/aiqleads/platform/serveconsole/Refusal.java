package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Problem;
import com.aiqleads.platform.serveconsole.Api.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a page cannot be shown, in words for its reader.
public record Refusal(
    String title,
    String detail,
    List<WrongField> wrongFields,
    String back,
    @Nullable String correlationId) {

  public record WrongField(String field, String message) {

    public String name() {
      return Words.named(field);
    }
  }

  /// What the API said, in the words of its problem.
  static Refusal of(Answer answer, String back) {
    String title = answer.text("title");
    String correlationId = answer.text("correlationId");
    return new Refusal(
        title.isEmpty() ? "That did not work" : title,
        said(answer),
        Json.list(answer.body(), "errors").stream()
            .map(error -> new WrongField(Json.text(error, "field"), Json.text(error, "message")))
            .toList(),
        back,
        correlationId.isEmpty() ? null : correlationId);
  }

  /// In a form, beside what was filled in: every wrong field, or else the whole.
  static List<String> sentences(Answer answer) {
    List<String> wrong =
        Json.list(answer.body(), "errors").stream()
            .map(
                error ->
                    Words.named(Json.text(error, "field")) + ": " + Json.text(error, "message"))
            .toList();
    return wrong.isEmpty() ? List.of(said(answer)) : wrong;
  }

  /// In the words of the problem; the gateway and the firewall before it have none for people.
  static String said(Answer answer) {
    String detail = answer.text("detail");
    return detail.isEmpty() ? saidByNobody(answer.status()) : detail;
  }

  private static String saidByNobody(int status) {
    return switch (status) {
      case 401 -> "You are not signed in any more. Please sign in again.";
      case 403 -> "This is not allowed. Ask an admin of your team if you need it.";
      case 404 -> "There is nothing at this address.";
      case 413, 431 -> "This is too much at once. Please send less.";
      case 429 -> "Too many requests come in at the moment. Please try again in a minute.";
      case 502, 503, 504 -> "This takes too long at the moment. Please try again in a minute.";
      default -> status < 500 ? "This cannot be done like this." : "Please try again later.";
    };
  }

  /// What went wrong in the console itself.
  static Refusal of(Problem problem) {
    String detail = problem.detail();
    return new Refusal(
        problem.title(),
        detail == null ? sentence(problem.status()) : detail,
        problem.errors().stream()
            .map(error -> new WrongField(error.field(), error.message()))
            .toList(),
        "/console",
        problem.correlationId());
  }

  private static String sentence(int status) {
    return switch (status) {
      case 404 -> "There is no page at this address.";
      case 403 -> "Your role does not include this page.";
      default -> status < 500 ? "The page cannot be shown like this." : "Please try again later.";
    };
  }

  static Refusal notForYou() {
    return new Refusal(
        "Not for you",
        "Your role does not include this page. Ask an admin of your team if you need it.",
        List.of(),
        "/console",
        null);
  }

  public Refusal {
    wrongFields = List.copyOf(wrongFields);
  }
}
