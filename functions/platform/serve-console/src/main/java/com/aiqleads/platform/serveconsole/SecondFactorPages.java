package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets an authenticator app up, or another one in its place, and takes it away again.
@Controller("/console/account/second-factor")
final class SecondFactorPages {

  static final String PATH = "/console/account/second-factor";

  private static final String TITLE = "Second factor";

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  SecondFactorPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> introduce(HttpRequest<?> request, Caller caller) {
    return page(HttpStatus.OK, visit(request, caller), "", List.of());
  }

  @Post("/offer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> offer(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    Visit visit = visit(request, caller);
    Answer answer = api.post("/me/second-factor", Map.of(), visit.sender());
    return page(
        HttpStatus.valueOf(answer.status()),
        visit,
        answer.text("secret"),
        answer.succeeded() ? List.of() : Refusal.sentences(answer));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> enrol(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    Visit visit = visit(request, caller);
    Answer answer = api.put("/me/second-factor", shown(form), visit.sender());
    return answer.succeeded()
        ? enrolled(visit, answer)
        : page(
            HttpStatus.valueOf(answer.status()),
            visit,
            form.getOrDefault("secret", ""),
            Refusal.sentences(answer));
  }

  private static Map<String, Object> shown(Map<String, String> form) {
    String code = form.getOrDefault("code", "");
    String before = form.getOrDefault("oldCode", "");
    return before.isEmpty() ? Map.of("code", code) : Map.of("code", code, "oldCode", before);
  }

  /// The session is renewed at once: its next token has the rights that needed a second factor.
  private HttpResponse<?> enrolled(Visit visit, Answer answer) {
    MutableHttpResponse<String> page = recoveryCodes(visit, answer);
    Cookies.REFRESH
        .in(visit.request())
        .map(
            token ->
                api.post(
                    "/sessions/refresh",
                    Map.of("refreshToken", token),
                    Visit.stranger(visit.request())))
        .filter(Answer::succeeded)
        .ifPresent(
            renewed ->
                page.cookie(Cookies.SESSION.with(renewed.text("accessToken")))
                    .cookie(Cookies.REFRESH.with(renewed.text("refreshToken"))));
    return page;
  }

  private MutableHttpResponse<String> recoveryCodes(Visit visit, Answer answer) {
    List<String> codes =
        Json.list(answer.body(), "recoveryCodes").stream().map(JsonNode::getStringValue).toList();
    return pages.page(
        "recoveryCodes",
        visit.frame("Recovery codes", Viewer.ACCOUNT.path()),
        Map.of("codes", codes));
  }

  @Post("/codes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> renewCodes(
      HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    Visit visit = visit(request, caller);
    Answer answer =
        api.post(
            "/me/second-factor/recovery-codes",
            Map.of("code", form.getOrDefault("code", "")),
            visit.sender());
    return answer.succeeded()
        ? recoveryCodes(visit, answer)
        : page(HttpStatus.valueOf(answer.status()), visit, "", Refusal.sentences(answer));
  }

  @Post("/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    Visit visit = visit(request, caller);
    Answer answer =
        api.post(
            "/me/second-factor/removal",
            Map.of("code", form.getOrDefault("code", "")),
            visit.sender());
    return answer.succeeded()
        ? HttpResponse.seeOther(URI.create(Viewer.ACCOUNT.path()))
        : page(HttpStatus.valueOf(answer.status()), visit, "", Refusal.sentences(answer));
  }

  private HttpResponse<?> page(
      HttpStatus status, Visit visit, String secret, List<String> refusals) {
    JsonNode state = api.get("/me/second-factor", visit.sender()).body();
    return pages.page(
        status,
        "secondFactor",
        visit.frame(TITLE, Viewer.ACCOUNT.path()),
        Map.of(
            "enrolled",
            Json.text(state, "enrolled").equals("true"),
            "forced",
            Json.text(state, "forced").equals("true"),
            "secret",
            secret,
            "refusals",
            refusals));
  }

  private static Visit visit(HttpRequest<?> request, Caller caller) {
    return new Visit(request, Optional.of(caller));
  }
}
