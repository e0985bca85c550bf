package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.ExclusivityPage.Own;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where anybody asks whether a receipt is right, and teams find their own.
@Controller("/console/exclusivity")
final class ExclusivityPages {

  static final String PATH = "/console/exclusivity";

  private final Api api;
  private final Pages pages;

  ExclusivityPages(Api api, Pages pages) {
    this.api = api;
    this.pages = pages;
  }

  /// With what somebody pasted into the form, if anything.
  @Get
  HttpResponse<?> introduce(
      HttpRequest<?> request, Optional<Caller> caller, @QueryValue Optional<String> receipt) {
    Visit visit = new Visit(request, caller);
    return receipt
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .<HttpResponse<?>>map(text -> checked(visit, text))
        .orElseGet(() -> page(HttpStatus.OK, visit, ExclusivityPage.empty(own(visit))));
  }

  /// The address that a team sends to whoever wants to know.
  @Get("/{receipt}")
  HttpResponse<?> check(HttpRequest<?> request, Optional<Caller> caller, String receipt) {
    return checked(new Visit(request, caller), receipt);
  }

  private HttpResponse<?> checked(Visit visit, String receipt) {
    Answer answer =
        api.get("/exclusivity/" + Api.segment(receipt), Visit.stranger(visit.request()));
    return page(
        HttpStatus.valueOf(answer.status()),
        visit,
        ExclusivityPage.of(receipt, answer, own(visit)));
  }

  private List<Own> own(Visit visit) {
    if (visit.viewer().filter(Viewer::seesLeads).isEmpty()) {
      return List.of();
    }
    Answer answer = api.get("/exclusivity-receipts", visit.sender());
    return answer.succeeded() ? ExclusivityPage.receipts(answer) : List.of();
  }

  private HttpResponse<?> page(HttpStatus status, Visit visit, ExclusivityPage page) {
    return pages.page(
        status,
        "exclusivity",
        visit.frame("Exclusivity receipts", Viewer.PURCHASES.path()),
        Map.of("page", page));
  }
}
