package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.AppealsPage.Case;
import com.aiqleads.platform.serveconsole.RatesPage.Row;
import com.aiqleads.platform.serveconsole.RatesPage.Table;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// For people of ours: returns to judge, and how much comes back.
@Controller("/console")
final class AppealPages {

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  AppealPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get("/appeals")
  HttpResponse<?> appeals(HttpRequest<?> request, Caller caller) {
    return page(HttpStatus.OK, new Visit(request, Optional.of(caller)), Map.of(), List.of());
  }

  @Post("/appeals/{id}/decisions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    String path = "/appeals/" + Api.segment(id) + "/decisions";
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit -> api.post(path, decision(form), visit.sender()),
        Forms.backTo(
            Viewer.APPEALS.path(),
            (visit, answer) ->
                page(
                    HttpStatus.valueOf(answer.status()),
                    visit,
                    filled(id, form),
                    Refusal.sentences(answer))));
  }

  /// By the names of the fields on a page with many forms.
  private static Map<String, String> filled(String id, Map<String, String> form) {
    return Map.of(
        "percent-" + id, form.getOrDefault("percent", ""),
        "note-" + id, form.getOrDefault("note", ""));
  }

  /// What is no number, the API refuses by its name.
  private static Map<String, Object> decision(Map<String, String> form) {
    Map<String, Object> body = new HashMap<>();
    String percent = form.getOrDefault("percent", "");
    if (percent.matches("[0-9]{1,3}")) {
      body.put("percent", Integer.valueOf(percent));
    }
    body.put("note", form.getOrDefault("note", ""));
    return body;
  }

  private HttpResponse<?> page(
      HttpStatus status, Visit visit, Map<String, String> filled, List<String> refusals) {
    Answer appeals = api.get("/appeals", visit.sender());
    if (!appeals.succeeded()) {
      return refusal(appeals, visit);
    }
    AppealsPage page =
        new AppealsPage(
            Json.list(appeals.body(), "appeals").stream()
                .map(appeal -> toJudge(appeal, filled))
                .toList(),
            refusals);
    return pages.page(
        status, "appeals", visit.frame("Appeals", Viewer.APPEALS.path()), Map.of("page", page));
  }

  private static Case toJudge(JsonNode appeal, Map<String, String> filled) {
    JsonNode what = Json.at(appeal, "what").orElse(appeal);
    String id = Json.text(what, "id");
    return new Case(
        id,
        Json.text(what, "headline"),
        Json.text(appeal, "team"),
        Words.time(Json.text(what, "askedAt")),
        ReturnWords.reason(what),
        Words.money(Json.at(what, "paid").orElse(what)),
        Words.money(Json.at(what, "credited").orElse(what)),
        ReturnWords.because(what),
        Json.text(appeal, "evidence"),
        Json.text(appeal, "appeal"),
        filled.getOrDefault("percent-" + id, ""),
        filled.getOrDefault("note-" + id, ""));
  }

  @Get("/return-rates")
  HttpResponse<?> rates(HttpRequest<?> request, Caller caller) {
    Visit visit = new Visit(request, Optional.of(caller));
    Answer rates = api.get("/return-rates", visit.sender());
    if (!rates.succeeded()) {
      return refusal(rates, visit);
    }
    RatesPage page =
        new RatesPage(
            List.of(
                table("source", "By source", rates),
                table("team", "By team", rates),
                table("reason", "By reason", rates)));
    return pages.page(
        "returnRates",
        visit.frame("Return rates", Viewer.RETURN_RATES.path()),
        Map.of("page", page));
  }

  private static Table table(String kind, String title, Answer rates) {
    return new Table(
        kind,
        title,
        Json.list(rates.body(), "rates").stream()
            .filter(rate -> Json.text(rate, "kind").equals(kind))
            .map(AppealPages::row)
            .toList());
  }

  private static Row row(JsonNode rate) {
    long sold = Json.number(rate, "sold");
    long returned = Json.number(rate, "returned");
    String of = Json.text(rate, "of");
    String kind = Json.text(rate, "kind");
    return new Row(
        kind.equals("reason") ? Words.sentence(of) : of,
        sold,
        returned,
        Json.number(rate, "recalled"),
        String.format(Locale.US, "%.1f %%", 100.0 * returned / Math.max(1, sold)),
        Row.isTooMuch(kind, sold, returned));
  }

  private HttpResponse<?> refusal(Answer answer, Visit visit) {
    return pages.refusal(
        HttpStatus.valueOf(answer.status()), visit, Refusal.of(answer, Viewer.LEADS.path()));
  }
}
