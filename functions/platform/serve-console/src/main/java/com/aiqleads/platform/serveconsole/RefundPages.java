package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.RefundsPage.Row;
import com.aiqleads.platform.serveconsole.RefundsPage.Wanted;
import com.aiqleads.platform.serveconsole.ReturnsPage.Choice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// For admins: what went back to the buyers of all teams.
@Controller("/console/refunds")
final class RefundPages {

  private static final List<Choice> KINDS =
      List.of(
          new Choice("return", "Return"),
          new Choice("recall", "Recall"),
          new Choice("undelivered", "Never delivered"),
          new Choice("appeal", "Appeal won"),
          new Choice("order_refund", "Order not bought"),
          new Choice("card_refund", "Card refund"),
          new Choice("chargeback", "Chargeback"),
          new Choice("reversal", "Came back"));

  private static final List<Choice> STATES =
      List.of(
          new Choice("due", "Due"),
          new Choice("asked", "Asked"),
          new Choice("done", "Done"),
          new Choice("failed", "Failed"),
          new Choice("contested", "Contested"));

  private final Api api;
  private final Pages pages;

  RefundPages(Api api, Pages pages) {
    this.api = api;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> refunds(HttpRequest<?> request, Caller caller) {
    Visit visit = new Visit(request, Optional.of(caller));
    Query query = Query.of(request);
    Answer answer = api.get("/refunds" + query.text(), visit.sender());
    if (!answer.succeeded()) {
      return pages.refusal(
          HttpStatus.valueOf(answer.status()), visit, Refusal.of(answer, Viewer.REFUNDS.path()));
    }
    JsonNode body = answer.body();
    RefundsPage page =
        new RefundsPage(
            wanted(query),
            KINDS,
            STATES,
            Json.list(body, "refunds").stream().map(RefundPages::row).toList(),
            next(query, Json.text(body, "next")));
    return pages.page(
        "refunds", visit.frame("Refunds", Viewer.REFUNDS.path()), Map.of("page", page));
  }

  private static Wanted wanted(Query query) {
    return new Wanted(
        query.value("kind"),
        query.value("state"),
        query.value("team"),
        query.value("order"),
        query.value("from"),
        query.value("until"));
  }

  private static @Nullable String next(Query query, String cursor) {
    return cursor.isEmpty() ? null : Viewer.REFUNDS.path() + query.with("cursor", cursor).text();
  }

  private static Row row(JsonNode refund) {
    return new Row(
        Words.time(Json.text(refund, "at")),
        word(KINDS, Json.text(refund, "kind")),
        word(STATES, Json.text(refund, "state")),
        Words.dollars(Json.number(refund, "amount", "minorUnits")),
        Json.text(refund, "amount", "currency"),
        Json.text(refund, "reason", "text"),
        decider(refund),
        Json.text(refund, "team"),
        Json.text(refund, "lead"),
        Json.text(refund, "order"),
        Json.text(refund, "paper", "id"),
        Json.text(refund, "paper", "number"));
  }

  private static String decider(JsonNode refund) {
    return switch (Json.text(refund, "decidedBy")) {
      case "person" -> Json.text(refund, "person");
      case "gateway" -> "Somebody at the gateway";
      case "bank" -> "The bank";
      default -> "Our rules";
    };
  }

  private static String word(List<Choice> choices, String code) {
    return choices.stream()
        .filter(choice -> choice.code().equals(code))
        .map(Choice::text)
        .findFirst()
        .orElseGet(() -> Words.sentence(code));
  }
}
