package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.PurchasesPage.Lead;
import com.aiqleads.platform.serveconsole.PurchasesPage.Purchase;
import com.aiqleads.platform.serveconsole.WalletPage.Lot;
import com.aiqleads.platform.serveconsole.WalletPage.Movement;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the team has bought, and what became of its money.
@Controller("/console")
final class MoneyPages {

  private final Api api;
  private final Pages pages;
  private final InstantSource clock;

  MoneyPages(Api api, Pages pages, InstantSource clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @Get("/purchases")
  HttpResponse<?> purchases(
      HttpRequest<?> request, Caller caller, @QueryValue Optional<String> before) {
    Visit visit = new Visit(request, Optional.of(caller));
    String page = before.map(text -> "?before=" + Api.segment(text)).orElse("");
    Answer orders = api.get("/orders" + page, visit.sender());
    if (!orders.succeeded()) {
      return refused(orders, visit);
    }
    Map<String, String> returned = returned(visit);
    PurchasesPage purchases =
        new PurchasesPage(
            Json.list(orders.body(), "orders").stream()
                .map(order -> purchase(order, returned))
                .toList(),
            caller.may("marketplace:write"),
            "/console/purchases/table" + page,
            next("/console/purchases?before=", orders));
    return pages.page(
        "purchases",
        visit.frame("My leads", Viewer.PURCHASES.path()),
        Map.of("purchases", purchases));
  }

  @Get("/wallet")
  HttpResponse<?> wallet(
      HttpRequest<?> request, Caller caller, @QueryValue Optional<String> below) {
    Visit visit = new Visit(request, Optional.of(caller));
    Answer wallet = api.get("/wallet", visit.sender());
    String page = below.map(text -> "?below=" + Api.segment(text)).orElse("");
    Answer movements = api.get("/wallet/movements" + page, visit.sender());
    if (!wallet.succeeded() || !movements.succeeded()) {
      return refused(wallet.succeeded() ? movements : wallet, visit);
    }
    Answer filling = api.get("/wallet/auto-top-up", visit.sender());
    JsonNode money = wallet.body();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    WalletPage shown =
        new WalletPage(
            amount(money, "balance"),
            amount(money, "setAside"),
            amount(money, "available"),
            some(money, "frozen"),
            some(money, "owed"),
            caller.may("marketplace:write"),
            card(visit, caller, filling),
            PendingWords.all(filling, api.get("/top-ups", visit.sender())),
            Json.list(money, "lots").stream().map(MoneyPages::lot).toList(),
            Json.list(movements.body(), "movements").stream().map(MoneyPages::movement).toList(),
            next("/console/wallet?below=", movements),
            today.withDayOfMonth(1).toString(),
            today.toString());
    return pages.page(
        "wallet", visit.frame("Wallet", Viewer.WALLET.path()), Map.of("wallet", shown));
  }

  /// The money is shown without it, too.
  private @Nullable WalletCard card(Visit visit, Caller caller, Answer filling) {
    Answer card = api.get("/wallet/card", visit.sender());
    return card.succeeded() && filling.succeeded()
        ? CardWords.card(card, filling, caller.may("platform:write"))
        : null;
  }

  /// As the API gives it; who gets none is told why.
  @Get("/wallet/statement")
  HttpResponse<?> statement(
      HttpRequest<?> request,
      Caller caller,
      @QueryValue(defaultValue = "") String from,
      @QueryValue(defaultValue = "") String until,
      @QueryValue(defaultValue = "") String format) {
    Visit visit = new Visit(request, Optional.of(caller));
    return file(
        "/wallet/statement?from=%s&until=%s&format=%s"
            .formatted(Api.segment(from), Api.segment(until), Api.segment(format)),
        visit);
  }

  private HttpResponse<?> file(String path, Visit visit) {
    return api.file(path, visit.sender())
        .<HttpResponse<?>>map(ApiFile::passedOn)
        .orElseGet(() -> refused(api.get(path, visit.sender()), visit));
  }

  private HttpResponse<?> refused(Answer answer, Visit visit) {
    return pages.refusal(
        HttpStatus.valueOf(answer.status()), visit, Refusal.of(answer, Viewer.LEADS.path()));
  }

  private static @Nullable String next(String address, Answer answer) {
    String next = answer.text("next");
    return next.isEmpty() ? null : address + Api.segment(next);
  }

  /// By the bought lead. What was bought is shown without it, too.
  private Map<String, String> returned(Visit visit) {
    return Json.list(api.get("/returns", visit.sender()).body(), "returns").stream()
        .collect(
            Collectors.toMap(
                what -> Json.text(what, "line"), ReturnWords::state, (newest, _) -> newest));
  }

  private static Purchase purchase(JsonNode order, Map<String, String> returned) {
    return new Purchase(
        Words.time(Json.text(order, "at")),
        amount(order, "total"),
        Json.text(order, "receipt"),
        Json.list(order, "leads").stream().map(lead -> lead(lead, returned)).toList());
  }

  private static Lead lead(JsonNode lead, Map<String, String> returned) {
    String line = Json.text(lead, "id");
    return new Lead(
        Json.text(lead, "lead"),
        line,
        Json.text(lead, "headline"),
        Json.text(lead, "mode").equals("exclusive") ? "yours alone" : "shared",
        amount(lead, "price"),
        returned.getOrDefault(line, ""));
  }

  static Lot lot(JsonNode lot) {
    String until = Json.text(lot, "until");
    return new Lot(
        Words.sentence(Json.text(lot, "kind")),
        amount(lot, "amount"),
        amount(lot, "remaining"),
        until.isEmpty() ? "without end" : "until " + Words.moment(until));
  }

  private static Movement movement(JsonNode movement) {
    String note = Json.text(movement, "note");
    String kind = Words.sentence(Json.text(movement, "kind"));
    return new Movement(
        Words.time(Json.text(movement, "at")),
        note.isEmpty() ? kind : kind + ": " + note,
        amount(movement, "amount"),
        amount(movement, "balance"));
  }

  private static @Nullable String some(JsonNode money, String name) {
    return Json.number(money, name, "minorUnits") == 0 ? null : amount(money, name);
  }

  private static String amount(JsonNode node, String name) {
    return Words.money(Json.at(node, name).orElse(node));
  }
}
