package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.ReturnsPage.Line;
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
import org.jspecify.annotations.Nullable;

/// Bought leads that are given back: the form, what was decided and why, and the appeal.
@Controller("/console/returns")
final class ReturnPages {

  private static final String PATH = "/console/returns";

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  ReturnPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> returns(
      HttpRequest<?> request,
      Caller caller,
      @QueryValue(defaultValue = "") String line,
      @QueryValue Optional<String> before) {
    Visit visit = new Visit(request, Optional.of(caller));
    return page(HttpStatus.OK, visit, caller, Map.of("line", line), List.of(), before);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> giveBack(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    Map<String, Object> wish =
        Map.of(
            "line", form.getOrDefault("line", ""),
            "reason", form.getOrDefault("reason", ""),
            "evidence", form.getOrDefault("evidence", ""));
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit -> api.post("/returns", wish, visit.sender()),
        Forms.backTo(PATH, (visit, answer) -> refused(visit, answer, caller, form)));
  }

  @Post("/{id}/appeals")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> appeal(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    Map<String, Object> why = Map.of("why", form.getOrDefault("why", ""));
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit -> api.post("/returns/" + Api.segment(id) + "/appeals", why, visit.sender()),
        Forms.backTo(PATH, (visit, answer) -> refused(visit, answer, caller, filled(id, form))));
  }

  /// By the name of the field on a page with many forms.
  private static Map<String, String> filled(String id, Map<String, String> form) {
    return Map.of("why-" + id, form.getOrDefault("why", ""));
  }

  private HttpResponse<?> refused(
      Visit visit, Answer answer, Caller caller, Map<String, String> form) {
    return page(
        HttpStatus.valueOf(answer.status()),
        visit,
        caller,
        form,
        Refusal.sentences(answer),
        Optional.empty());
  }

  private HttpResponse<?> page(
      HttpStatus status,
      Visit visit,
      Caller caller,
      Map<String, String> form,
      List<String> refusals,
      Optional<String> before) {
    String older = before.map(text -> "?before=" + Api.segment(text)).orElse("");
    Answer returns = api.get("/returns" + older, visit.sender());
    if (!returns.succeeded()) {
      return pages.refusal(
          HttpStatus.valueOf(returns.status()),
          visit,
          Refusal.of(returns, Viewer.PURCHASES.path()));
    }
    ReturnsPage page =
        new ReturnsPage(
            Json.list(returns.body(), "returns").stream().map(what -> line(what, form)).toList(),
            ReturnWords.REASONS,
            form.getOrDefault("line", ""),
            form.getOrDefault("reason", ""),
            form.getOrDefault("evidence", ""),
            caller.may("marketplace:write"),
            refusals,
            next(returns));
    return pages.page(
        status, "returns", visit.frame("Returns", Viewer.PURCHASES.path()), Map.of("page", page));
  }

  private static @Nullable String next(Answer answer) {
    String next = answer.text("next");
    return next.isEmpty() ? null : PATH + "?before=" + Api.segment(next);
  }

  private static Line line(JsonNode what, Map<String, String> form) {
    String id = Json.text(what, "id");
    return new Line(
        id,
        Json.text(what, "lead"),
        Json.text(what, "headline"),
        Words.time(Json.text(what, "askedAt")),
        ReturnWords.reason(what),
        ReturnWords.state(what),
        ReturnWords.because(what),
        Json.text(what, "appealable").equals("true"),
        form.getOrDefault("why-" + id, ""));
  }
}
