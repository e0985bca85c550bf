package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.Entrance.Step;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Coming in, going out, and how it looks.
@Controller
final class SignInPages {

  private final Api api;
  private final Pages pages;
  private final Forms forms;
  private final Entrance entrance;

  SignInPages(Api api, Pages pages, Forms forms, Entrance entrance) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
    this.entrance = entrance;
  }

  /// Whoever types nothing but the name of the host.
  @Get("/")
  HttpResponse<?> front() {
    return HttpResponse.seeOther(URI.create("/console"));
  }

  @Get("/console")
  HttpResponse<?> home(HttpRequest<?> request, Caller caller) {
    String first =
        new Visit(request, Optional.of(caller))
            .viewer()
            .map(viewer -> viewer.navigation().getFirst().entries().getFirst().path())
            .orElse("/docs");
    return HttpResponse.seeOther(URI.create(first));
  }

  @Get("/console/sign-in")
  HttpResponse<?> signInPage(HttpRequest<?> request, @QueryValue Optional<String> to) {
    return signInPage(HttpStatus.OK, request, new SignInForm("", to.orElse(""), null));
  }

  @Post("/console/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    String email = form.getOrDefault("email", "");
    Answer answer =
        api.post(
            "/sessions",
            Map.of("email", email, "password", form.getOrDefault("password", "")),
            Visit.stranger(request));
    if (!answer.succeeded()) {
      return signInPage(
          HttpStatus.valueOf(answer.status()),
          request,
          new SignInForm(email, form.getOrDefault("to", ""), Refusal.said(answer)));
    }
    return entrance.answer(request, answer, form.getOrDefault("to", ""));
  }

  @Post("/console/sign-in/code")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> answerChallenge(HttpRequest<?> request, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    Answer answer =
        api.post(
            "/sessions/second-factor",
            Map.of(
                "challenge",
                form.getOrDefault("challenge", ""),
                "code",
                form.getOrDefault("code", "")),
            Visit.stranger(request));
    if (answer.text("code").equals("challenge-refused")) {
      return signInPage(
          HttpStatus.UNAUTHORIZED,
          request,
          new SignInForm("", form.getOrDefault("to", ""), Refusal.said(answer)));
    }
    return answer.succeeded()
        ? entrance.answer(request, answer, form.getOrDefault("to", ""))
        : entrance.codeStep(HttpStatus.valueOf(answer.status()), request, Step.again(form, answer));
  }

  @Get("/console/register")
  HttpResponse<?> registerPage(HttpRequest<?> request) {
    return registerPage(HttpStatus.OK, request, new RegistrationForm("", "", List.of()));
  }

  @Post("/console/register")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> register(HttpRequest<?> request, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    String email = form.getOrDefault("email", "");
    String name = form.getOrDefault("name", "");
    Map<String, String> person =
        Map.of("email", email, "name", name, "password", form.getOrDefault("password", ""));
    Answer answer = api.post("/registrations", person, Visit.stranger(request));
    if (!answer.succeeded()) {
      return registerPage(
          HttpStatus.valueOf(answer.status()),
          request,
          new RegistrationForm(email, name, Refusal.sentences(answer)));
    }
    return HttpResponse.seeOther(URI.create("/console/sign-in"));
  }

  @Post("/console/sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signOut(HttpRequest<?> request, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    Cookies.REFRESH
        .in(request)
        .ifPresent(
            token ->
                // Without the access token: an expired one would be refused, and nobody signed out.
                api.post(
                    "/sessions/sign-out", Map.of("refreshToken", token), Visit.stranger(request)));
    return HttpResponse.seeOther(URI.create("/console/sign-in"))
        .cookie(Cookies.SESSION.gone())
        .cookie(Cookies.REFRESH.gone());
  }

  @Post("/console/theme")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> theme(HttpRequest<?> request, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    Theme theme = Theme.of(form.getOrDefault("theme", ""));
    return HttpResponse.seeOther(Entrance.ours(form.getOrDefault("to", "")))
        .cookie(Cookies.THEME.with(theme.attribute()));
  }

  private HttpResponse<?> signInPage(HttpStatus status, HttpRequest<?> request, SignInForm form) {
    Frame frame = new Visit(request, Optional.<Caller>empty()).frame("Sign in", "");
    return pages.page(
        status, "signIn", frame, Map.of("form", form, "providers", providers(request)));
  }

  /// The page is there without them, too: whoever has a password need not wait for others.
  private List<SignInForm.Provider> providers(HttpRequest<?> request) {
    try {
      Answer answer = api.get("/providers", Visit.stranger(request));
      return Json.list(answer.body(), "providers").stream()
          .map(
              provider ->
                  new SignInForm.Provider(Json.text(provider, "id"), Json.text(provider, "name")))
          .toList();
    } catch (ApiUnreachable _) {
      return List.of();
    }
  }

  private HttpResponse<?> registerPage(
      HttpStatus status, HttpRequest<?> request, RegistrationForm form) {
    Frame frame = new Visit(request, Optional.<Caller>empty()).frame("Register", "");
    return pages.page(status, "register", frame, Map.of("form", form));
  }
}
