package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.KeyPage.Line;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// Keys for programs. A key is shown on the page that answers its making, and never again.
@Controller("/console/account/keys")
final class KeyPages {

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  KeyPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> keys(HttpRequest<?> request, Caller caller) {
    return page(HttpStatus.OK, new Visit(request, Optional.of(caller)), caller, "", List.of());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> make(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        visit ->
            api.post(
                "/api-keys",
                Map.of(
                    "name",
                    form.getOrDefault("name", ""),
                    "scopes",
                    Forms.boxes(request, "scopes")),
                visit.sender()));
  }

  @Post("/{id}/rotation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> rotate(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    return act(
        request,
        caller,
        form,
        visit -> api.post("/api-keys/" + Api.segment(id) + "/rotation", Map.of(), visit.sender()));
  }

  @Post("/{id}/revocation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> revoke(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    return act(
        request, caller, form, visit -> api.delete("/api-keys/" + Api.segment(id), visit.sender()));
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
        (visit, answer) ->
            answer.succeeded()
                ? page(HttpStatus.OK, visit, caller, answer.text("apiKey"), List.of())
                : page(
                    HttpStatus.valueOf(answer.status()),
                    visit,
                    caller,
                    "",
                    Refusal.sentences(answer)));
  }

  private HttpResponse<?> page(
      HttpStatus status, Visit visit, Caller caller, String fresh, List<String> refusals) {
    Answer keys = api.get("/api-keys", visit.sender());
    KeyPage page =
        new KeyPage(
            Json.list(keys.body(), "keys").stream().map(KeyPages::line).toList(),
            List.copyOf(new TreeSet<>(caller.scopes())),
            fresh,
            refusals);
    return pages.page(
        status, "keys", visit.frame("API keys", Viewer.ACCOUNT.path()), Map.of("page", page));
  }

  private static Line line(JsonNode key) {
    String used = Json.text(key, "lastUsedAt");
    return new Line(
        Json.text(key, "id"),
        Json.text(key, "name"),
        String.join(", ", Json.list(key, "scopes").stream().map(JsonNode::getStringValue).toList()),
        Words.time(Json.text(key, "expiresAt")),
        used.isEmpty() ? "never" : Words.time(used));
  }
}
