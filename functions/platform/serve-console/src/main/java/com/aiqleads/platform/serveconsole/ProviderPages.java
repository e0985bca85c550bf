package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.Entrance.Step;
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
import io.micronaut.http.annotation.QueryValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// To a provider and back. The browser that leaves keeps a cookie, and whoever comes back without
/// it comes in vain: nobody can be signed in as somebody else by a link.
@Controller("/console/sign-in")
final class ProviderPages {

  private static final String SIGN_IN = "/console/sign-in";

  private final Api api;
  private final Pages pages;
  private final Forms forms;
  private final Entrance entrance;

  ProviderPages(Api api, Pages pages, Forms forms, Entrance entrance) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
    this.entrance = entrance;
  }

  /// What the cookie of a departure says: what this browser shows, and where it wanted to go.
  private record Luggage(String browser, String to) {

    String text() {
      return browser
          + "."
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(to.getBytes(StandardCharsets.UTF_8));
    }

    /// Anybody can write anything into a cookie of theirs.
    static Luggage of(String text) {
      int dot = text.indexOf('.');
      try {
        return dot < 0
            ? new Luggage(text, "")
            : new Luggage(
                text.substring(0, dot),
                new String(
                    Base64.getUrlDecoder().decode(text.substring(dot + 1)),
                    StandardCharsets.UTF_8));
      } catch (IllegalArgumentException _) {
        return new Luggage("", "");
      }
    }
  }

  /// The way out is a page that leads on: a form of ours may lead to nobody but us.
  @Post("/with/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> depart(HttpRequest<?> request, String id, @Body Map<String, String> form) {
    return forms.act(
        Visit.of(request),
        form,
        _ ->
            api.post(
                "/providers/" + Api.segment(id) + "/departures", Map.of(), Visit.stranger(request)),
        (visit, answer) ->
            answer.succeeded()
                ? leave(visit, answer, form.getOrDefault("to", ""))
                : refused(visit, answer));
  }

  private HttpResponse<?> leave(Visit visit, Answer answer, String to) {
    String location = answer.text("location");
    return pages
        .page("departure", visit.frame("One moment", ""), Map.of("location", location))
        .header("Refresh", "0; url=" + location)
        .cookie(Cookies.DEPARTURE.with(new Luggage(answer.text("browser"), to).text()));
  }

  @Get("/with/{id}/return")
  HttpResponse<?> arrive(
      HttpRequest<?> request,
      String id,
      @QueryValue Optional<String> state,
      @QueryValue Optional<String> code,
      @QueryValue Optional<String> iss) {
    Luggage luggage = Luggage.of(Cookies.DEPARTURE.in(request).orElse(""));
    Map<String, String> back = new LinkedHashMap<>();
    back.put("provider", id);
    back.put("state", state.orElse(""));
    back.put("browser", luggage.browser());
    code.ifPresent(given -> back.put("code", given));
    iss.ifPresent(said -> back.put("iss", said));
    Answer answer = api.post("/sessions/provider", back, Visit.stranger(request));
    MutableHttpResponse<?> response =
        answer.succeeded()
            ? entrance.answer(request, answer, luggage.to())
            : refused(Visit.of(request), answer);
    return response.cookie(Cookies.DEPARTURE.gone());
  }

  @Post("/password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> connect(HttpRequest<?> request, @Body Map<String, String> form) {
    return forms.act(
        Visit.of(request),
        form,
        _ ->
            api.post(
                "/sessions/provider/password",
                Map.of(
                    "challenge", form.getOrDefault("challenge", ""),
                    "password", form.getOrDefault("password", "")),
                Visit.stranger(request)),
        (visit, answer) ->
            answer.succeeded()
                ? entrance.answer(request, answer, form.getOrDefault("to", ""))
                : again(visit, form, answer));
  }

  private HttpResponse<?> again(Visit visit, Map<String, String> form, Answer answer) {
    return answer.text("code").equals("challenge-refused")
        ? refused(visit, answer)
        : entrance.passwordStep(
            HttpStatus.valueOf(answer.status()), visit.request(), Step.again(form, answer));
  }

  /// One page, whatever it was: a reader can only begin again or sign in by another way.
  private MutableHttpResponse<String> refused(Visit visit, Answer answer) {
    Refusal said = Refusal.of(answer, SIGN_IN);
    boolean strayed = answer.status() == HttpStatus.BAD_REQUEST.getCode();
    Refusal refusal =
        new Refusal(
            "Not signed in",
            strayed ? "Sign in from the beginning, in one go." : said.detail(),
            List.of(),
            SIGN_IN,
            said.correlationId());
    return pages.refusal(HttpStatus.valueOf(answer.status()), visit, refusal);
  }
}
