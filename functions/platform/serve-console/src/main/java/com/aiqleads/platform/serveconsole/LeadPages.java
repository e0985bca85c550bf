package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.LeadDetails.Fact;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.tree.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Search, the points of its map, and one lead.
@Controller("/console/leads")
final class LeadPages {

  private final Api api;
  private final Pages pages;
  private final InstantSource clock;

  LeadPages(Api api, Pages pages, InstantSource clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @Get
  HttpResponse<?> search(HttpRequest<?> request, Caller caller) {
    Visit visit = new Visit(request, Optional.of(caller));
    Query query = Query.of(request);
    Answer answer = api.get("/leads" + query.text(), visit.sender());
    if (answer.status() == HttpStatus.FORBIDDEN.getCode()) {
      return pages.refusal(HttpStatus.FORBIDDEN, visit, Refusal.notForYou());
    }
    Frame frame = visit.frame("Leads", Viewer.LEADS.path());
    LeadSearch search =
        answer.succeeded()
            ? SearchAnswers.found(answer.body(), query, clock.instant())
            : SearchAnswers.refused(Refusal.of(answer, "/console/leads"), query);
    return pages.page(
        HttpStatus.valueOf(answer.status()), "leads", frame, Map.of("search", search));
  }

  @Get("/points")
  @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_JSON_PROBLEM})
  HttpResponse<?> points(HttpRequest<?> request, Caller caller) {
    Visit visit = new Visit(request, Optional.of(caller));
    Answer answer = api.get("/leads/map" + Query.of(request).forTheMap().text(), visit.sender());
    return answer.succeeded()
        ? HttpResponse.ok(MapPoints.of(answer.body())).contentType(MediaType.APPLICATION_JSON_TYPE)
        : HttpResponse.status(HttpStatus.valueOf(answer.status()))
            .body(answer.body())
            .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }

  @Get("/{id}")
  HttpResponse<?> lead(HttpRequest<?> request, Caller caller, String id) {
    Visit visit = new Visit(request, Optional.of(caller));
    String path = "/leads/" + Api.segment(id);
    Answer answer = api.get(path, visit.sender());
    if (!answer.succeeded()) {
      return pages.refusal(
          HttpStatus.valueOf(answer.status()), visit, Refusal.of(answer, "/console/leads"));
    }
    Optional<JsonNode> passport = passport(path, visit);
    LeadDetails lead = LeadAnswers.details(answer.body(), passport, clock.instant());
    return pages.page(
        "lead",
        visit.frame(lead.title(), Viewer.LEADS.path()),
        Map.of(
            "lead",
            lead,
            "passport",
            passport.map(PassportAnswers::facts).orElse(List.of()),
            "origins",
            caller.may("acquisition:read") ? origins(id, visit) : List.of(),
            "prices",
            prices(path, visit),
            "mayBuy",
            caller.may("marketplace:write")));
  }

  /// What it cost before, if that can be had: it is another function's answer, too.
  private PriceLine prices(String path, Visit visit) {
    Answer answer = api.get(path + "/prices", visit.sender());
    return answer.succeeded() ? PriceLine.of(answer.body()) : PriceLine.NONE;
  }

  /// A lead is shown without it, too: it is another function's answer.
  private Optional<JsonNode> passport(String path, Visit visit) {
    Answer answer = api.get(path + "/passport", visit.sender());
    return answer.succeeded() ? Optional.of(answer.body()) : Optional.empty();
  }

  /// Which advertisement speaks for what, for operators.
  private List<Fact> origins(String id, Visit visit) {
    Answer answer = api.get("/lineage/" + Api.segment(id), visit.sender());
    return answer.succeeded() ? OriginAnswers.facts(answer.body()) : List.of();
  }
}
