package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.SalesPage.Row;
import com.aiqleads.platform.serveconsole.SalesPage.Wanted;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.tree.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// For admins: the orders of all teams. Those of one's own team are among *My leads*.
@Controller("/console/sales")
final class SalePages {

  private final Api api;
  private final Pages pages;

  SalePages(Api api, Pages pages) {
    this.api = api;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> sales(HttpRequest<?> request, Caller caller) {
    Visit visit = new Visit(request, Optional.of(caller));
    Query query = Query.of(request);
    Answer answer = api.get("/sales" + query.text(), visit.sender());
    if (!answer.succeeded()) {
      return pages.refusal(
          HttpStatus.valueOf(answer.status()), visit, Refusal.of(answer, Viewer.SALES.path()));
    }
    JsonNode body = answer.body();
    SalesPage page =
        new SalesPage(
            wanted(query),
            Json.list(body, "sales").stream().map(SalePages::row).toList(),
            next(query, Json.text(body, "next")));
    return pages.page("sales", visit.frame("Sales", Viewer.SALES.path()), Map.of("page", page));
  }

  private static Wanted wanted(Query query) {
    return new Wanted(
        query.value("team"),
        query.value("order"),
        query.value("lead"),
        query.value("from"),
        query.value("until"),
        query.value("refunded").equals("true"));
  }

  private static @Nullable String next(Query query, String cursor) {
    return cursor.isEmpty() ? null : Viewer.SALES.path() + query.with("cursor", cursor).text();
  }

  private static Row row(JsonNode sale) {
    return new Row(
        Json.text(sale, "order"),
        Json.text(sale, "team"),
        Words.time(Json.text(sale, "at")),
        Json.text(sale, "byCard").equals("true") ? "Card" : "Wallet",
        state(sale),
        Json.number(sale, "leads"),
        Words.dollars(Json.number(sale, "total", "minorUnits")),
        back(sale, "returned"),
        back(sale, "takenBack"),
        Json.text(sale, "receiptId"),
        Json.text(sale, "receipt"));
  }

  private static String state(JsonNode sale) {
    long returned = Json.number(sale, "returned", "minorUnits");
    if (returned == 0) {
      return "Sold";
    }
    return returned < Json.number(sale, "total", "minorUnits") ? "Partly returned" : "Returned";
  }

  private static String back(JsonNode sale, String field) {
    long cents = Json.number(sale, field, "minorUnits");
    return cents == 0 ? "" : Words.dollars(cents);
  }
}
