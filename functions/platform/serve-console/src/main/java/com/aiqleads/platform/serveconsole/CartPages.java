package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.CartPage.Line;
import com.aiqleads.platform.serveconsole.CartPage.Place;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the team holds: to buy it, keep it longer, or let it go.
@Controller("/console/cart")
final class CartPages {

  private static final String CURRENCY = "USD";

  private final Api api;
  private final Pages pages;
  private final Forms forms;
  private final InstantSource clock;

  CartPages(Api api, Pages pages, Forms forms, InstantSource clock) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
    this.clock = clock;
  }

  @Get
  HttpResponse<?> cart(HttpRequest<?> request, Caller caller) {
    return page(HttpStatus.OK, new Visit(request, Optional.of(caller)), caller, List.of());
  }

  /// Of a lead's page.
  @Post("/leads/{lead}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> hold(
      HttpRequest<?> request, Caller caller, String lead, @Body Map<String, String> form) {
    Map<String, Object> wish = Map.of("lead", lead, "price", money(form.getOrDefault("price", "")));
    return act(
        request,
        caller,
        form,
        Viewer.CART.path(),
        visit ->
            api.post(
                "/holds",
                Map.of("leads", List.of(wish), "mode", form.getOrDefault("mode", "")),
                visit.sender()));
  }

  @Post("/{hold}/extension")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> extend(
      HttpRequest<?> request, Caller caller, String hold, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        Viewer.CART.path(),
        visit -> api.post("/holds/" + Api.segment(hold) + "/extension", Map.of(), visit.sender()));
  }

  @Post("/{hold}/release")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> release(
      HttpRequest<?> request, Caller caller, String hold, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        Viewer.CART.path(),
        visit -> api.delete("/holds/" + Api.segment(hold), visit.sender()));
  }

  /// Of a lead's page.
  @Post("/waits/{lead}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> join(
      HttpRequest<?> request, Caller caller, String lead, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        Viewer.CART.path(),
        visit -> api.put("/waits/" + Api.segment(lead), Map.of(), visit.sender()));
  }

  @Post("/waits/{lead}/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> leave(
      HttpRequest<?> request, Caller caller, String lead, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        Viewer.CART.path(),
        visit -> api.delete("/waits/" + Api.segment(lead), visit.sender()));
  }

  @Post("/purchase")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> buy(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        Viewer.PURCHASES.path(),
        visit ->
            api.post(
                "/orders",
                Map.of(
                    "holds",
                    Forms.boxes(request, "holds"),
                    "total",
                    money(form.getOrDefault("total", ""))),
                visit.sender()));
  }

  private HttpResponse<?> act(
      HttpRequest<?> request,
      Caller caller,
      Map<String, String> form,
      String then,
      Function<Visit, Answer> call) {
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        call,
        Forms.backTo(
            then,
            (visit, answer) ->
                page(
                    HttpStatus.valueOf(answer.status()),
                    visit,
                    caller,
                    Refusal.sentences(answer))));
  }

  /// As the API reads it; what is no number is left to it to refuse.
  static Map<String, Object> money(String minorUnits) {
    try {
      return Map.of("minorUnits", Long.valueOf(minorUnits), "currency", CURRENCY);
    } catch (NumberFormatException _) {
      return Map.of("minorUnits", minorUnits, "currency", CURRENCY);
    }
  }

  private HttpResponse<?> page(
      HttpStatus status, Visit visit, Caller caller, List<String> refusals) {
    Answer cart = api.get("/cart", visit.sender());
    if (!cart.succeeded()) {
      return pages.refusal(
          HttpStatus.valueOf(cart.status()), visit, Refusal.of(cart, Viewer.LEADS.path()));
    }
    Answer wallet = api.get("/wallet", visit.sender());
    Answer waits = api.get("/waits", visit.sender());
    CartPage page = of(cart.body(), wallet, waits, caller, refusals);
    return pages.page(
        status, "cart", visit.frame("Cart", Viewer.CART.path()), Map.of("cart", page));
  }

  private CartPage of(
      JsonNode cart, Answer wallet, Answer waits, Caller caller, List<String> refusals) {
    Instant now = clock.instant();
    List<Line> lines = Json.list(cart, "lines").stream().map(line -> line(line, now)).toList();
    List<String> ids = lines.stream().filter(Line::isForSale).map(Line::id).toList();
    long total = Json.number(cart, "total", "minorUnits");
    JsonNode balance = Json.at(wallet.body(), "balance").orElse(cart);
    return new CartPage(
        lines,
        ids,
        total,
        Words.money(Json.at(cart, "total").orElse(cart)),
        wallet.succeeded() ? Words.money(balance) : null,
        Json.number(balance, "minorUnits") >= total,
        Json.list(wallet.body(), "lots").stream()
            .filter(lot -> !Json.text(lot, "until").isEmpty())
            .map(MoneyPages::lot)
            .toList(),
        caller.may("marketplace:write"),
        Json.list(waits.body(), "waits").stream().map(CartPages::place).toList(),
        refusals);
  }

  private static Place place(JsonNode wait) {
    long ahead = Json.number(wait, "ahead");
    return new Place(
        Json.text(wait, "lead"),
        Json.text(wait, "headline"),
        ahead == 0 ? "Your team is next" : Words.plural(ahead, "team") + " before yours",
        Words.time(Json.text(wait, "since")),
        Json.text(wait, "onSale").equals("true"));
  }

  private static Line line(JsonNode line, Instant now) {
    JsonNode hold = Json.at(line, "hold").orElse(line);
    String until = Json.text(hold, "until");
    return new Line(
        Json.text(hold, "id"),
        Json.text(hold, "lead"),
        Json.text(line, "headline"),
        Json.text(hold, "mode").equals("exclusive") ? "for your team alone" : "shared",
        Words.money(Json.at(hold, "price").orElse(hold)),
        Duration.between(now, Instant.parse(until)).toSeconds(),
        Words.time(until),
        (int) Json.number(hold, "extensionsLeft"),
        Json.text(line, "onSale").equals("true"),
        Json.at(line, "payment").map(JsonNode::getStringValue).orElse(null));
  }
}
