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
  private static final String BEFORE = "?before=";

  private final Api api;
  private final Pages pages;

  TablePages(Api api, Pages pages) {
    this.api = api;
    this.pages = pages;
  }

  /// From the same purchase on as the page that leads here.
  @Get
  HttpResponse<?> table(
      HttpRequest<?> request, Caller caller, @QueryValue Optional<String> before) {
    Visit visit = new Visit(request, Optional.of(caller));
    String from = query(before);
    Optional<ApiFile> file = api.file("/bought-leads" + from, visit.sender());
    return file.flatMap(ApiFile::next)
        .<HttpResponse<?>>map(next -> parts(visit, from, next))
        .orElseGet(() -> passedOn(file, visit, from));
  }

  /// One of several.
  @Get("/part")
  HttpResponse<?> part(HttpRequest<?> request, Caller caller, @QueryValue Optional<String> before) {
    Visit visit = new Visit(request, Optional.of(caller));
    String from = query(before);
    return passedOn(api.file("/bought-leads" + from, visit.sender()), visit, from);
  }

  private HttpResponse<?> parts(Visit visit, String from, String next) {
    int query = next.indexOf(BEFORE);
    String older = query < 0 ? "" : next.substring(query + BEFORE.length());
    return pages.page(
        "tableParts",
        visit.frame("A table in parts", Viewer.PURCHASES.path()),
        Map.of(
            "part", PATH + "/part" + from,
            "next", PATH + BEFORE + Api.segment(older)));
  }

  private HttpResponse<?> passedOn(Optional<ApiFile> file, Visit visit, String from) {
    return file.<HttpResponse<?>>map(ApiFile::passedOn).orElseGet(() -> refused(visit, from));
  }

  private HttpResponse<?> refused(Visit visit, String from) {
    Answer answer = api.get("/bought-leads" + from, visit.sender());
    return pages.refusal(
        HttpStatus.valueOf(answer.status()), visit, Refusal.of(answer, Viewer.PURCHASES.path()));
  }

  private static String query(Optional<String> before) {
    return before.map(text -> BEFORE + Api.segment(text)).orElse("");
  }
}
