package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.Map;
import java.util.Optional;

/// What the team has bought as a table. What is too much for one file is given in parts, and that
/// there are more is said before anybody takes the first for the whole.
@Controller("/console/purchases/table")
final class TablePages {

  private static final String PATH = "/console/purchases/table";

  private final Api api;
  private final Pages pages;

  TablePages(Api api, Pages pages) {
    this.api = api;
    this.pages = pages;
  }

  /// From the same purchase on as the page that leads here. Whoever fetches the table has seen its
  /// sellers: in parts, only what somebody asks for is fetched.
  @Get
  HttpResponse<?> table(
      HttpRequest<?> request, Caller caller, @QueryValue Optional<String> before) {
    Visit visit = new Visit(request, Optional.of(caller));
    String from = query(before);
    Answer answer = api.get("/bought-leads/next" + from, visit.sender());
    if (!answer.succeeded()) {
      return refused(visit, answer);
    }
    String next = answer.text("next");
    return next.isEmpty() ? file(visit, from) : parts(visit, from, next);
  }

  /// One of several.
  @Get("/part")
  HttpResponse<?> part(HttpRequest<?> request, Caller caller, @QueryValue Optional<String> before) {
    return file(new Visit(request, Optional.of(caller)), query(before));
  }

  private HttpResponse<?> parts(Visit visit, String from, String next) {
    return pages.page(
        "tableParts",
        visit.frame("A table in parts", Viewer.PURCHASES.path()),
        Map.of("part", PATH + "/part" + from, "next", PATH + query(Optional.of(next))));
  }

  private HttpResponse<?> file(Visit visit, String from) {
    String path = "/bought-leads" + from;
    return api.file(path, visit.sender())
        .<HttpResponse<?>>map(ApiFile::passedOn)
        .orElseGet(() -> refused(visit, api.get(path, visit.sender())));
  }

  private HttpResponse<?> refused(Visit visit, Answer answer) {
    return pages.refusal(
        HttpStatus.valueOf(answer.status()), visit, Refusal.of(answer, Viewer.PURCHASES.path()));
  }

  private static String query(Optional<String> before) {
    return before.map(text -> "?before=" + Api.segment(text)).orElse("");
  }
}
