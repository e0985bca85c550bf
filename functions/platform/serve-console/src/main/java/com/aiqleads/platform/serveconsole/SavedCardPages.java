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
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The saved card and automatic top-up, which the wallet's page shows.
@Controller("/console/wallet")
final class SavedCardPages {

  private static final String SECTION = "/console/wallet#card";

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  SavedCardPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  /// Where the page on which cards are typed leads back to.
  @Get("/card")
  HttpResponse<?> back() {
    return HttpResponse.seeOther(URI.create(SECTION));
  }

  @Post("/card")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> save(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    Map<String, String> consent = Map.of("consent", form.getOrDefault("consent", ""));
    return act(request, caller, form, visit -> api.post("/wallet/card", consent, visit.sender()));
  }

  @Post("/card/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    return act(request, caller, form, visit -> api.delete("/wallet/card", visit.sender()));
  }

  @Post("/auto-top-up")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> switchOn(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    Map<String, Object> wish =
        Map.of(
            "threshold", money(form, "threshold"),
            "amount", money(form, "amount"),
            "monthlyCap", money(form, "cap"),
            "consent", form.getOrDefault("consent", ""));
    return act(
        request, caller, form, visit -> api.put("/wallet/auto-top-up", wish, visit.sender()));
  }

  @Post("/auto-top-up/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> switchOff(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    return act(request, caller, form, visit -> api.delete("/wallet/auto-top-up", visit.sender()));
  }

  private HttpResponse<?> act(
      HttpRequest<?> request,
      Caller caller,
      Map<String, String> form,
      Function<Visit, Answer> call) {
    return forms.act(
        new Visit(request, Optional.of(caller)), form, call, Forms.backTo(SECTION, this::refused));
  }

  private HttpResponse<?> refused(Visit visit, Answer answer) {
    return pages.refusal(
        HttpStatus.valueOf(answer.status()), visit, Refusal.of(answer, Viewer.WALLET.path()));
  }

  private static Map<String, Object> money(Map<String, String> form, String field) {
    return Map.of("minorUnits", CardWords.cents(form.get(field)), "currency", "USD");
  }
}
