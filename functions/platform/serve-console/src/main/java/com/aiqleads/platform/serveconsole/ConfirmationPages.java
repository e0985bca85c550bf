package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
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
import java.util.Optional;

/// Where the letter leads to that asks whether an address is somebody's: to the account that has
/// it. Whoever is not signed in comes back here after signing in.
@Controller("/console/confirm-email")
final class ConfirmationPages {

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  ConfirmationPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> introduce(HttpRequest<?> request, Caller caller) {
    return page(HttpStatus.OK, new Visit(request, Optional.of(caller)), "", List.of());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> confirm(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    String token = form.getOrDefault("token", "");
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit -> api.put("/email-confirmations", Map.of("token", token), visit.sender()),
        Forms.backTo(Viewer.ACCOUNT.path(), (visit, answer) -> refused(visit, token, answer)));
  }

  private HttpResponse<?> refused(Visit visit, String token, Answer answer) {
    return page(HttpStatus.valueOf(answer.status()), visit, token, Refusal.sentences(answer));
  }

  private HttpResponse<?> page(
      HttpStatus status, Visit visit, String token, List<String> refusals) {
    return pages.page(
        status,
        "confirmEmail",
        visit.frame("Confirm your mail address", Viewer.ACCOUNT.path()),
        Map.of("token", token, "refusals", refusals));
  }
}
