package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.BooksPage.Check;
import com.aiqleads.platform.serveconsole.BooksPage.Light;
import com.aiqleads.platform.serveconsole.BooksPage.Sum;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// For admins: what is wrong with the money comes first.
@Controller("/console/books")
final class BookPages {

  private final Api api;
  private final Pages pages;
  private final InstantSource clock;

  BookPages(Api api, Pages pages, InstantSource clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @Get
  HttpResponse<?> books(HttpRequest<?> request, Caller caller) {
    Visit visit = new Visit(request, Optional.of(caller));
    Answer health = api.get("/ledger-health", visit.sender());
    if (!health.succeeded()) {
      return pages.refusal(
          HttpStatus.valueOf(health.status()), visit, Refusal.of(health, Viewer.LEADS.path()));
    }
    JsonNode body = health.body();
    BooksPage page = new BooksPage(lights(body), checks(body), accounts(body));
    return pages.page("books", visit.frame("Books", Viewer.BOOKS.path()), Map.of("page", page));
  }

  /// Those out of order first.
  private List<Light> lights(JsonNode body) {
    List<Light> lights = new ArrayList<>();
    lights.add(lastCheck(Json.list(body, "checks")));
    Json.list(body, "sums").forEach(sum -> lights.add(balanced(sum)));
    // Each is done within minutes; a card's payment may take a day to be known.
    lights.add(waiting(body, "unsealed", "Transfers to seal", Duration.ofMinutes(10)));
    lights.add(waiting(body, "unreceipted", "Movements without a paper", Duration.ofMinutes(15)));
    lights.add(waiting(body, "unknownPayments", "Payments not known yet", Duration.ofDays(1)));
    lights.add(
        waiting(body, "unfinishedOrders", "Orders by card, not finished", Duration.ofDays(1)));
    return lights.stream()
        .sorted((one, other) -> Boolean.compare(one.isInOrder(), other.isInOrder()))
        .toList();
  }

  private static Light lastCheck(List<JsonNode> checks) {
    String what = "The last look at all books";
    if (checks.isEmpty()) {
      return new Light(what, true, "Nobody has looked yet; it happens every night.");
    }
    long faults = Json.number(checks.getFirst(), "faults");
    String at = Words.time(Json.text(checks.getFirst(), "at"));
    return new Light(what, faults == 0, faults(faults) + ", " + at);
  }

  private static String faults(long faults) {
    return faults == 0 ? "No fault" : Words.plural(faults, "fault");
  }

  private static Light balanced(JsonNode sum) {
    long cents = Json.number(sum, "minorUnits");
    return new Light(
        "All accounts together, " + Json.text(sum, "currency"),
        cents == 0,
        cents == 0 ? "0, as it must be" : cents + " cents, where 0 must be");
  }

  private Light waiting(JsonNode body, String field, String what, Duration patience) {
    long count = Json.number(body, field, "count");
    String since = Json.text(body, field, "since");
    if (count == 0 || since.isEmpty()) {
      return new Light(what, true, "None");
    }
    boolean isInTime = Instant.parse(since).plus(patience).isAfter(clock.instant());
    return new Light(what, isInTime, count + ", the oldest since " + Words.time(since));
  }

  private static List<Check> checks(JsonNode body) {
    return Json.list(body, "checks").stream()
        .map(
            check ->
                new Check(
                    Words.time(Json.text(check, "at")),
                    faults(Json.number(check, "faults")),
                    Json.number(check, "chainEnd")))
        .toList();
  }

  private static List<Sum> accounts(JsonNode body) {
    return Json.list(body, "accounts").stream()
        .map(sum -> new Sum(Words.sentence(Json.text(sum, "kind")), Words.money(sum)))
        .toList();
  }
}
