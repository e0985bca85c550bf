package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.StandingOrdersPage.Fill;
import com.aiqleads.platform.serveconsole.StandingOrdersPage.Form;
import com.aiqleads.platform.serveconsole.StandingOrdersPage.Line;
import com.aiqleads.platform.serveconsole.StandingOrdersPage.Why;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Searches that are kept: a list, a form, and what became of leads.
@Controller("/console/standing-orders")
final class StandingOrderPages {

  private static final String PATH = "/console/standing-orders";
  private static final String API_PATH = "/standing-orders";

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  StandingOrderPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request, Caller caller) {
    return list(HttpStatus.OK, new Visit(request, Optional.of(caller)), caller, null, List.of());
  }

  /// With a search of the search page, or empty.
  @Get("/new")
  HttpResponse<?> prepare(HttpRequest<?> request, Caller caller) {
    Visit visit = new Visit(request, Optional.of(caller));
    Form form = StandingOrderForm.of(Query.of(request));
    return one(HttpStatus.OK, visit, caller, form, List.of(), null, List.of());
  }

  @Get("/why")
  HttpResponse<?> why(HttpRequest<?> request, Caller caller, @QueryValue String lead) {
    Visit visit = new Visit(request, Optional.of(caller));
    Answer answer = api.get("/leads/" + Api.segment(lead.strip()) + "/why", visit.sender());
    if (!answer.succeeded()) {
      return list(
          HttpStatus.valueOf(answer.status()), visit, caller, null, Refusal.sentences(answer));
    }
    Why why =
        new Why(
            answer.text("lead"),
            Json.list(answer.body(), "answers").stream()
                .map(one -> fill(one, "standingOrder", "name"))
                .toList());
    return list(HttpStatus.OK, visit, caller, why, List.of());
  }

  @Get("/{id}")
  HttpResponse<?> order(
      HttpRequest<?> request, Caller caller, String id, @QueryValue Optional<String> before) {
    Visit visit = new Visit(request, Optional.of(caller));
    String path = API_PATH + "/" + Api.segment(id);
    Answer order = api.get(path, visit.sender());
    String older = before.map(text -> "?before=" + Api.segment(text)).orElse("");
    Answer fills = order.succeeded() ? api.get(path + "/fills" + older, visit.sender()) : order;
    if (!fills.succeeded()) {
      return pages.refusal(HttpStatus.valueOf(fills.status()), visit, Refusal.of(fills, PATH));
    }
    String next = fills.text("next");
    return one(
        HttpStatus.OK,
        visit,
        caller,
        StandingOrderForm.of(order.body()),
        Json.list(fills.body(), "fills").stream()
            .map(one -> fill(one, "lead", "headline"))
            .toList(),
        next.isEmpty() ? null : PATH + "/" + Api.segment(id) + "?before=" + Api.segment(next),
        List.of());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    Map<String, Object> body = StandingOrderForm.body(form);
    return keep(request, caller, null, form, visit -> api.post(API_PATH, body, visit.sender()));
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    Map<String, Object> body = StandingOrderForm.body(form);
    String path = API_PATH + "/" + Api.segment(id);
    return keep(request, caller, id, form, visit -> api.put(path, body, visit.sender()));
  }

  @Post("/{id}/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    String path = API_PATH + "/" + Api.segment(id);
    return act(request, caller, form, visit -> api.delete(path, visit.sender()));
  }

  /// What may be done to an order, the API says: to pause it, and to go on.
  @Post("/{id}/{act}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> move(
      HttpRequest<?> request,
      Caller caller,
      String id,
      String act,
      @Body Map<String, String> form) {
    String path = API_PATH + "/" + Api.segment(id) + "/" + Api.segment(act);
    return act(request, caller, form, visit -> api.post(path, Map.of(), visit.sender()));
  }

  private HttpResponse<?> act(
      HttpRequest<?> request,
      Caller caller,
      Map<String, String> form,
      Function<Visit, Answer> call) {
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        call,
        Forms.backTo(
            PATH,
            (visit, answer) ->
                list(
                    HttpStatus.valueOf(answer.status()),
                    visit,
                    caller,
                    null,
                    Refusal.sentences(answer))));
  }

  /// Shows the form again as it was filled in, if it cannot be kept.
  private HttpResponse<?> keep(
      HttpRequest<?> request,
      Caller caller,
      @Nullable String id,
      Map<String, String> form,
      Function<Visit, Answer> call) {
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        call,
        Forms.backTo(
            PATH,
            (visit, answer) ->
                one(
                    HttpStatus.valueOf(answer.status()),
                    visit,
                    caller,
                    StandingOrderForm.of(id, form),
                    List.of(),
                    null,
                    Refusal.sentences(answer))));
  }

  private HttpResponse<?> list(
      HttpStatus status, Visit visit, Caller caller, @Nullable Why why, List<String> refusals) {
    Answer orders = api.get(API_PATH, visit.sender());
    if (!orders.succeeded()) {
      return pages.refusal(
          HttpStatus.valueOf(orders.status()), visit, Refusal.of(orders, Viewer.LEADS.path()));
    }
    List<Line> lines =
        Json.list(orders.body(), "standingOrders").stream().map(StandingOrderPages::line).toList();
    return page(
        status,
        visit,
        new StandingOrdersPage(
            lines, null, List.of(), null, why, caller.may("marketplace:write"), refusals));
  }

  private HttpResponse<?> one(
      HttpStatus status,
      Visit visit,
      Caller caller,
      Form form,
      List<Fill> fills,
      @Nullable String next,
      List<String> refusals) {
    return page(
        status,
        visit,
        new StandingOrdersPage(
            List.of(), form, fills, next, null, caller.may("marketplace:write"), refusals));
  }

  private HttpResponse<?> page(HttpStatus status, Visit visit, StandingOrdersPage page) {
    return pages.page(
        status,
        "standingOrders",
        visit.frame("Standing orders", Viewer.STANDING_ORDERS.path()),
        Map.of("page", page));
  }

  private static Line line(JsonNode order) {
    String limit = Json.at(order, "limit").map(Words::money).map(it -> " at most " + it).orElse("");
    String what =
        Json.text(order, "act").equals("buy")
            ? "Buys, " + Json.text(order, "mode") + "," + limit
            : "Tells" + (limit.isEmpty() ? "" : ", if it costs" + limit);
    return new Line(
        Json.text(order, "id"),
        Json.text(order, "name"),
        what,
        StandingOrderForm.inWords(StandingOrderForm.search(order)),
        switch (Json.text(order, "channel")) {
          case "daily" -> "each morning";
          case "weekly" -> "on Mondays";
          default -> "at once";
        },
        Json.text(order, "state").equals("paused"),
        Json.text(order, "parked").equals("maker-left"));
  }

  private static Fill fill(JsonNode one, String id, String name) {
    String price = Json.at(one, "result", "price").map(Words::money).orElse("");
    return new Fill(
        Json.text(one, id),
        Json.text(one, name),
        Words.time(Json.text(one, "at")),
        switch (Json.text(one, "result", "outcome")) {
          case "bought" -> "Bought for " + price;
          case "told" -> "Found at " + price;
          default -> "Missed";
        },
        String.join(
            " ",
            Json.list(one, "result", "sentences").stream()
                .map(JsonNode::coerceStringValue)
                .toList()));
  }
}
