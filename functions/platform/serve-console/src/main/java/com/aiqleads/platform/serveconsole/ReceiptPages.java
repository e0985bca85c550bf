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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Papers for money: a list, and each as a page that prints.
@Controller("/console")
final class ReceiptPages {

  static final Frame.Entry RECEIPTS = new Frame.Entry("Receipts", "/console/receipts");

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  ReceiptPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get("/receipts")
  HttpResponse<?> receipts(
      HttpRequest<?> request, Caller caller, @QueryValue Optional<String> below) {
    Visit visit = new Visit(request, Optional.of(caller));
    return list(HttpStatus.OK, visit, caller, below, Optional.empty(), List.of());
  }

  @Get("/receipts/{id}")
  HttpResponse<?> receipt(HttpRequest<?> request, Caller caller, String id) {
    return paper(
        request, caller, "/receipts/" + Api.segment(id), Viewer.WALLET, PaperWords::receipt);
  }

  /// For admins, of whichever team.
  @Get("/papers/{id}")
  HttpResponse<?> anyPaper(HttpRequest<?> request, Caller caller, String id) {
    return paper(request, caller, "/papers/" + Api.segment(id), Viewer.SALES, PaperWords::paper);
  }

  @Get("/invoices/{id}")
  HttpResponse<?> invoice(HttpRequest<?> request, Caller caller, String id) {
    return paper(
        request, caller, "/invoices/" + Api.segment(id), Viewer.WALLET, PaperWords::invoice);
  }

  @Post("/receipts/name")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> name(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    Map<String, Object> wish =
        Map.of("name", form.getOrDefault("name", ""), "state", form.getOrDefault("state", ""));
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        visit -> api.put("/billing-details", wish, visit.sender()),
        Forms.backTo(
            RECEIPTS.path(),
            (visit, answer) ->
                list(
                    HttpStatus.valueOf(answer.status()),
                    visit,
                    caller,
                    Optional.empty(),
                    Optional.of(form),
                    Refusal.sentences(answer))));
  }

  private HttpResponse<?> list(
      HttpStatus status,
      Visit visit,
      Caller caller,
      Optional<String> below,
      Optional<Map<String, String>> form,
      List<String> refusals) {
    String page = below.map(text -> "?below=" + Api.segment(text)).orElse("");
    Answer receipts = api.get("/receipts" + page, visit.sender());
    Answer billing = api.get("/billing-details", visit.sender());
    if (!receipts.succeeded() || !billing.succeeded()) {
      return refused(receipts.succeeded() ? billing : receipts, visit);
    }
    String next = receipts.text("next");
    ReceiptsPage shown =
        new ReceiptsPage(
            Json.list(receipts.body(), "receipts").stream().map(PaperWords::row).toList(),
            form.map(it -> it.getOrDefault("name", "")).orElseGet(() -> billing.text("name")),
            form.map(it -> it.getOrDefault("state", "")).orElseGet(() -> billing.text("state")),
            caller.may("platform:write"),
            next.isEmpty() ? null : RECEIPTS.path() + "?below=" + Api.segment(next),
            refusals);
    return pages.page(
        status, "receipts", visit.frame("Receipts", Viewer.WALLET.path()), Map.of("page", shown));
  }

  private HttpResponse<?> paper(
      HttpRequest<?> request,
      Caller caller,
      String path,
      Frame.Entry section,
      Function<JsonNode, PaperPage> words) {
    Visit visit = new Visit(request, Optional.of(caller));
    Answer answer = api.get(path, visit.sender());
    if (!answer.succeeded()) {
      return refused(answer, visit);
    }
    PaperPage paper = words.apply(answer.body());
    return pages.page("paper", visit.frame(paper.title(), section.path()), Map.of("paper", paper));
  }

  private HttpResponse<?> refused(Answer answer, Visit visit) {
    return pages.refusal(
        HttpStatus.valueOf(answer.status()), visit, Refusal.of(answer, RECEIPTS.path()));
  }
}
