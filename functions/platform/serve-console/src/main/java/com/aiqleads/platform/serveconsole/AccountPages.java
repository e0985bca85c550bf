package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Account.ActLine;
import com.aiqleads.platform.serveconsole.Account.SessionLine;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Password, second factor, sessions, and what was done in the viewer's name.
@Controller("/console/account")
final class AccountPages {

  private static final int MAX_ACTS = 20;

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  AccountPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> account(HttpRequest<?> request, Caller caller) {
    return page(HttpStatus.OK, new Visit(request, Optional.of(caller)), List.of());
  }

  @Post("/password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> password(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit ->
            api.put(
                "/me/password",
                Map.of(
                    "oldPassword", form.getOrDefault("oldPassword", ""),
                    "newPassword", form.getOrDefault("newPassword", "")),
                visit.sender()),
        (visit, answer) -> answer.succeeded() ? changed(visit) : refused(visit, answer));
  }

  private HttpResponse<?> changed(Visit visit) {
    return pages.page(
        "said",
        visit.frame("Your password is changed", Viewer.ACCOUNT.path()),
        Map.of("text", "You are signed out everywhere else."));
  }

  @Post("/sessions/{id}/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> end(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit -> api.delete("/sessions/" + Api.segment(id), visit.sender()),
        Forms.backTo(Viewer.ACCOUNT.path(), this::refused));
  }

  private HttpResponse<?> refused(Visit visit, Answer answer) {
    return page(HttpStatus.valueOf(answer.status()), visit, Refusal.sentences(answer));
  }

  private HttpResponse<?> page(HttpStatus status, Visit visit, List<String> refusals) {
    Answer me = api.get("/me", visit.sender());
    if (!me.succeeded()) {
      return pages.refusal(HttpStatus.valueOf(me.status()), visit, Refusal.of(me, "/console"));
    }
    Account account = account(visit, me.body(), refusals);
    return pages.page(
        status,
        "account",
        visit.frame("Account", Viewer.ACCOUNT.path()),
        Map.of("account", account));
  }

  private Account account(Visit visit, JsonNode me, List<String> refusals) {
    JsonNode factor = api.get("/me/second-factor", visit.sender()).body();
    return new Account(
        Json.text(me, "email"),
        Json.text(me, "emailConfirmed").equals("true"),
        Json.text(factor, "enrolled").equals("true"),
        Json.text(factor, "forced").equals("true"),
        Json.number(factor, "recoveryCodesLeft"),
        list("/sessions", "sessions", visit).stream().map(AccountPages::session).toList(),
        list("/me/audit", "entries", visit).stream()
            .limit(MAX_ACTS)
            .map(AccountPages::act)
            .toList(),
        refusals);
  }

  private List<JsonNode> list(String path, String name, Visit visit) {
    return Json.list(api.get(path, visit.sender()).body(), name);
  }

  private static SessionLine session(JsonNode session) {
    return new SessionLine(
        Json.text(session, "id"),
        DeviceWords.of(Json.text(session, "device")),
        Words.time(Json.text(session, "startedAt")),
        Words.time(Json.text(session, "renewedAt")),
        Json.text(session, "current").equals("true"));
  }

  private static ActLine act(JsonNode entry) {
    String act = Words.sentence(Json.text(entry, "act").replace('-', ' '));
    String key = Json.text(entry, "key");
    return new ActLine(
        Words.time(Json.text(entry, "at")), key.isEmpty() ? act : act + " by " + key);
  }
}
