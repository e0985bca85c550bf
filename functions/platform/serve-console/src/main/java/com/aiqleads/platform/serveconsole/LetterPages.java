package com.aiqleads.platform.serveconsole;

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
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the links of letters lead to. A link alone does nothing: programs that look after mail
/// open links before people do.
@Controller("/console")
final class LetterPages {

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  LetterPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get("/forgot-password")
  HttpResponse<?> forgotPassword(HttpRequest<?> request) {
    return page(HttpStatus.OK, request, "forgotPassword", "Forgot your password?", "", List.of());
  }

  @Post("/forgot-password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> askForLetter(HttpRequest<?> request, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    Answer answer =
        api.post(
            "/password-resets",
            Map.of("email", form.getOrDefault("email", "")),
            Visit.stranger(request));
    return answer.succeeded()
        ? said(
            request,
            "Look into your mail",
            "If there is an account with this address, a letter with a link is on its way.")
        : page(
            HttpStatus.valueOf(answer.status()),
            request,
            "forgotPassword",
            "Forgot your password?",
            "",
            Refusal.sentences(answer));
  }

  @Get("/reset-password")
  HttpResponse<?> resetPassword(HttpRequest<?> request, @QueryValue Optional<String> token) {
    String secret = token.orElse("");
    return page(
        HttpStatus.OK, request, "resetPassword", "Choose a new password", secret, List.of());
  }

  @Post("/reset-password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> reset(HttpRequest<?> request, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    String token = form.getOrDefault("token", "");
    Answer answer =
        api.put(
            "/password-resets",
            Map.of("token", token, "newPassword", form.getOrDefault("password", "")),
            Visit.stranger(request));
    return answer.succeeded()
        ? said(request, "Your password is changed", "You are signed out everywhere.")
        : page(
            HttpStatus.valueOf(answer.status()),
            request,
            "resetPassword",
            "Choose a new password",
            token,
            Refusal.sentences(answer));
  }

  @Get("/confirm-email")
  HttpResponse<?> confirmEmail(HttpRequest<?> request, @QueryValue Optional<String> token) {
    String secret = token.orElse("");
    return page(
        HttpStatus.OK, request, "confirmEmail", "Confirm your mail address", secret, List.of());
  }

  @Post("/confirm-email")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> confirm(HttpRequest<?> request, @Body Map<String, String> form) {
    if (forms.isForeign(request, form)) {
      return pages.formRefused(request);
    }
    String token = form.getOrDefault("token", "");
    Answer answer =
        api.put("/email-confirmations", Map.of("token", token), Visit.stranger(request));
    return answer.succeeded()
        ? said(request, "Your mail address is confirmed", "Thank you.")
        : page(
            HttpStatus.valueOf(answer.status()),
            request,
            "confirmEmail",
            "Confirm your mail address",
            token,
            Refusal.sentences(answer));
  }

  private HttpResponse<?> said(HttpRequest<?> request, String title, String text) {
    return pages.page("said", Visit.of(request).frame(title, ""), Map.of("text", text));
  }

  private HttpResponse<?> page(
      HttpStatus status,
      HttpRequest<?> request,
      String template,
      String title,
      String token,
      List<String> refusals) {
    return pages.page(
        status,
        template,
        Visit.of(request).frame(title, ""),
        Map.of("token", token, "refusals", refusals));
  }
}
