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

/// Payments into the wallet. Cards are typed on a page of those who process them, never here; a
/// form of ours may not lead there by itself, so a page stands between that says where it goes.
@Controller("/console/wallet/top-ups")
final class TopUpPages {

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  TopUpPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> topUp(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    Map<String, Object> amount =
        Map.of("minorUnits", CardWords.cents(form.get("dollars")), "currency", "USD");
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit -> api.post("/top-ups", Map.of("amount", amount), visit.sender()),
        (visit, answer) ->
            answer.succeeded()
                ? HttpResponse.seeOther(
                    URI.create("/console/wallet/top-ups/" + Api.segment(answer.text("id"))))
                : refused(answer, visit));
  }

  @Get("/{id}")
  HttpResponse<?> show(HttpRequest<?> request, Caller caller, String id) {
    Visit visit = new Visit(request, Optional.of(caller));
    Answer topUps = api.get("/top-ups", visit.sender());
    if (!topUps.succeeded()) {
      return refused(topUps, visit);
    }
    return Json.list(topUps.body(), "topUps").stream()
        .filter(one -> Json.text(one, "id").equals(id))
        .findFirst()
        .<HttpResponse<?>>map(
            one ->
                pages.page(
                    "topup",
                    visit.frame("Top-up", Viewer.WALLET.path()),
                    Map.of("topUp", page(one))))
        .orElseGet(() -> HttpResponse.seeOther(URI.create(Viewer.WALLET.path())));
  }

  private HttpResponse<?> refused(Answer answer, Visit visit) {
    return pages.refusal(
        HttpStatus.valueOf(answer.status()), visit, Refusal.of(answer, Viewer.WALLET.path()));
  }

  private static TopUpPage page(JsonNode topUp) {
    String page = Json.text(topUp, "page");
    String reason = Json.text(topUp, "reason");
    String state = Json.text(topUp, "state");
    return new TopUpPage(
        Words.money(Json.at(topUp, "amount").orElse(topUp)),
        what(state),
        page.isEmpty() ? null : page,
        reason.isEmpty() || state.equals("unknown") ? null : Words.sentence(reason));
  }

  private static String what(String state) {
    return switch (state) {
      case "succeeded" -> "It is in your team's wallet.";
      case "failed" -> "Nothing was paid, and nothing will be.";
      case "needs_action" -> "You pay on a page of Stripe; we never see your card.";
      case "pending" -> "Your bank has not decided yet.";
      default ->
          "Those who process cards did not answer yet. We ask them again in some minutes; nothing"
              + " is charged twice.";
    };
  }
}
