package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Purchases by card: the way to the page on which somebody pays, and what became of it.
@Controller("/console/cart/payments")
final class CardOrderPages {

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  CardOrderPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> pay(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    Map<String, Object> order =
        Map.of(
            "holds",
            Forms.boxes(request, "holds"),
            "total",
            CartPages.money(form.getOrDefault("total", "")));
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit -> api.post("/card-orders", order, visit.sender()),
        this::shown);
  }

  @Post("/{id}/cancel")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> cancel(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit -> api.delete("/card-orders/" + Api.segment(id), visit.sender()),
        this::shown);
  }

  private HttpResponse<?> shown(Visit visit, Answer answer) {
    return answer.succeeded()
        ? HttpResponse.seeOther(
            URI.create("/console/cart/payments/" + Api.segment(answer.text("id"))))
        : refused(answer, visit);
  }

  @Get("/{id}")
  HttpResponse<?> show(HttpRequest<?> request, Caller caller, String id) {
    Visit visit = new Visit(request, Optional.of(caller));
    Answer order = api.get("/card-orders/" + Api.segment(id), visit.sender());
    return order.succeeded()
        ? pages.page(
            "cardorder",
            visit.frame("Purchase by card", Viewer.CART.path()),
            Map.of("order", page(order.body(), caller)))
        : refused(order, visit);
  }

  private HttpResponse<?> refused(Answer answer, Visit visit) {
    return pages.refusal(
        HttpStatus.valueOf(answer.status()), visit, Refusal.of(answer, Viewer.CART.path()));
  }

  private static CardOrderPage page(JsonNode order, Caller caller) {
    String page = Json.text(order, "page");
    String declined = Json.text(order, "declined");
    String until = Json.text(order, "until");
    boolean isOpen = Json.text(order, "state").equals("open");
    boolean isPayable = isOpen && !page.isEmpty();
    return new CardOrderPage(
        Json.text(order, "id"),
        Words.money(Json.at(order, "total").orElse(order)),
        what(order),
        isPayable ? page : null,
        until.isEmpty() ? null : Words.time(until),
        isPayable && !declined.isEmpty() ? Words.sentence(declined) : null,
        isOpen && caller.may("marketplace:write"));
  }

  private static String what(JsonNode order) {
    return switch (Json.text(order, "state")) {
      case "paid" -> "It is paid, and the leads are your team's.";
      case "canceled" -> "Nothing was paid, and nothing will be.";
      case "refund_due" ->
          why(order) + " You have paid, and all of it goes back to your card in some minutes.";
      case "refunded" -> why(order) + " All you paid has gone back to your card.";
      default -> whileOpen(order);
    };
  }

  private static String whileOpen(JsonNode order) {
    return switch (Json.text(order, "payment")) {
      case "needs_action" ->
          Json.text(order, "page").isEmpty()
              ? "The time to pay is over. If you have paid, you see it here in some minutes."
              : "You pay on a page of Stripe; we never see your card.";
      case "pending" -> "Your bank has not decided yet. What you buy stays held.";
      case "succeeded" -> "You have paid; the leads will be your team's in some minutes.";
      default ->
          "Those who process cards did not answer yet. We ask them again in some minutes; nothing"
              + " is charged twice.";
    };
  }

  private static String why(JsonNode order) {
    return switch (Json.text(order, "reason")) {
      case "not_on_sale" -> "One of the leads was taken off sale before you had paid.";
      case "taken" -> "Your hold had ended before you paid, and somebody else took the lead.";
      case "over_limit" -> "Your hold had ended, and your team's own limits allow no other.";
      case "paid_otherwise" -> "Your team had paid for it already.";
      default -> "Your bank has taken the money back.";
    };
  }
}
