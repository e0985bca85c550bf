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
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Where the links of letters lead to that need no sign-in. A link alone does nothing: programs
/// that look after mail open links before people do. Its code does not even come here: it stands
/// behind the `#`, and a script of ours, or the person, puts it into the form.
@Controller("/console")
final class LetterPages {

  private static final LetterForm FORGOTTEN =
      new LetterForm("forgotPassword", "Forgot your password?");
  private static final LetterForm NEW_PASSWORD =
      new LetterForm("resetPassword", "Choose a new password");

  private static final LetterForm DELIVERY =
      new LetterForm("confirmDelivery", "Shall leads come to you?");

  private static final LetterForm STOP =
      new LetterForm("stopDelivery", "No more letters with leads?");

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  LetterPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  /// A page with one form, around what a letter carried.
  private record LetterForm(String template, String title) {}

  /// What is said when all is well.
  private record Said(String title, String text) {}

  @Get("/forgot-password")
  HttpResponse<?> forgotPassword(HttpRequest<?> request) {
    return page(HttpStatus.OK, Visit.of(request), FORGOTTEN, "", List.of());
  }

  @Post("/forgot-password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> askForLetter(HttpRequest<?> request, @Body Map<String, String> form) {
    return act(
        request,
        form,
        FORGOTTEN,
        sender ->
            api.post("/password-resets", Map.of("email", form.getOrDefault("email", "")), sender),
        new Said(
            "Look into your mail",
            "If there is an account with this address, a letter with a link is on its way."));
  }

  @Get("/reset-password")
  HttpResponse<?> resetPassword(HttpRequest<?> request) {
    return page(HttpStatus.OK, Visit.of(request), NEW_PASSWORD, "", List.of());
  }

  @Post("/reset-password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> reset(HttpRequest<?> request, @Body Map<String, String> form) {
    return act(
        request,
        form,
        NEW_PASSWORD,
        sender ->
            api.put(
                "/password-resets",
                Map.of(
                    "token", form.getOrDefault("token", ""),
                    "newPassword", form.getOrDefault("password", "")),
                sender),
        new Said("Your password is changed", "You are signed out everywhere."));
  }

  @Get("/confirm-delivery")
  HttpResponse<?> confirmDelivery(HttpRequest<?> request) {
    return page(HttpStatus.OK, Visit.of(request), DELIVERY, "", List.of());
  }

  @Post("/confirm-delivery")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> agree(HttpRequest<?> request, @Body Map<String, String> form) {
    return act(
        request,
        form,
        DELIVERY,
        sender ->
            api.put(
                "/endpoint-confirmations", Map.of("token", form.getOrDefault("token", "")), sender),
        new Said("You have agreed", "From now on the leads of the team come to this address."));
  }

  @Get("/stop-delivery")
  HttpResponse<?> stopDelivery(HttpRequest<?> request) {
    return page(HttpStatus.OK, Visit.of(request), STOP, "", List.of());
  }

  @Post("/stop-delivery")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> stop(HttpRequest<?> request, @Body Map<String, String> form) {
    String token = Api.segment(form.getOrDefault("token", ""));
    return act(
        request,
        form,
        STOP,
        sender -> api.post("/endpoint-stops?token=" + token, Map.of(), sender),
        new Said(
            "No more letters",
            "Nothing comes to this address any more, whatever the team wants. Only you can agree"
                + " again."));
  }

  private HttpResponse<?> act(
      HttpRequest<?> request,
      Map<String, String> form,
      LetterForm shown,
      Function<Api.Sender, Answer> call,
      Said said) {
    return forms.act(
        Visit.of(request),
        form,
        _ -> call.apply(Visit.stranger(request)),
        (visit, answer) ->
            answer.succeeded()
                ? pages.page("said", visit.frame(said.title(), ""), Map.of("text", said.text()))
                : page(
                    HttpStatus.valueOf(answer.status()),
                    visit,
                    shown,
                    form.getOrDefault("token", ""),
                    Refusal.sentences(answer)));
  }

  private HttpResponse<?> page(
      HttpStatus status, Visit visit, LetterForm form, String token, List<String> refusals) {
    return pages.page(
        status,
        form.template(),
        visit.frame(form.title(), ""),
        Map.of("token", token, "refusals", refusals));
  }
}
