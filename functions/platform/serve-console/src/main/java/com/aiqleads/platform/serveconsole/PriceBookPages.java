package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.PriceBookPage.Band;
import com.aiqleads.platform.serveconsole.PriceBookPage.Effect;
import com.aiqleads.platform.serveconsole.PriceBookPage.Entry;
import com.aiqleads.platform.serveconsole.PriceBookPage.Example;
import com.aiqleads.platform.serveconsole.PriceBookPage.Input;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What prices are made of: admins try other figures on what is on sale before anybody pays them.
@Controller("/console/price-book")
final class PriceBookPages {

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  PriceBookPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> book(HttpRequest<?> request, Caller caller) {
    Visit visit = new Visit(request, Optional.of(caller));
    if (!visit.viewer().map(Viewer::decidesPrices).orElse(false)) {
      return pages.refusal(HttpStatus.FORBIDDEN, visit, Refusal.notForYou());
    }
    return page(HttpStatus.OK, visit, Map.of(), null, List.of());
  }

  @Post("/previews")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> tryOut(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    PriceBookForm typed = PriceBookForm.read(form);
    Visit visit = new Visit(request, Optional.of(caller));
    if (!typed.refusals().isEmpty()) {
      return wrong(visit, form, typed);
    }
    return forms.act(
        visit,
        form,
        it -> api.post("/price-book/previews", Map.of("figures", typed.figures()), it.sender()),
        (it, answer) ->
            answer.succeeded()
                ? page(HttpStatus.OK, it, form, effect(answer.body()), List.of())
                : refused(it, form, answer));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    PriceBookForm typed = PriceBookForm.read(form);
    Visit visit = new Visit(request, Optional.of(caller));
    if (!typed.refusals().isEmpty()) {
      return wrong(visit, form, typed);
    }
    Map<String, Object> wish =
        Map.of("inForce", inForce(form), "note", note(form), "figures", typed.figures());
    return forms.act(
        visit,
        form,
        it -> api.put("/price-book", wish, it.sender()),
        Forms.backTo(Viewer.PRICES.path(), (it, answer) -> refused(it, form, answer)));
  }

  @Post("/{version}/restorations")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> restore(
      HttpRequest<?> request, Caller caller, String version, @Body Map<String, String> form) {
    Map<String, Object> wish = Map.of("inForce", inForce(form), "note", note(form));
    String path = "/price-books/" + Api.segment(version) + "/restorations";
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        it -> api.post(path, wish, it.sender()),
        Forms.backTo(Viewer.PRICES.path(), (it, answer) -> refused(it, Map.of(), answer)));
  }

  private HttpResponse<?> wrong(Visit visit, Map<String, String> form, PriceBookForm typed) {
    return forms.isForeign(visit.request(), form)
        ? pages.formRefused(visit.request())
        : page(HttpStatus.BAD_REQUEST, visit, form, null, typed.refusals());
  }

  private HttpResponse<?> refused(Visit visit, Map<String, String> form, Answer answer) {
    boolean isOvertaken = answer.text("code").equals("book-changed");
    return page(
        HttpStatus.valueOf(answer.status()),
        visit,
        isOvertaken ? Map.of() : form,
        null,
        Refusal.sentences(answer));
  }

  private static String note(Map<String, String> form) {
    return form.getOrDefault("note", "").strip();
  }

  /// What is no number is no book, and the API says so.
  private static int inForce(Map<String, String> form) {
    return Forms.number(form, "inForce").orElse(0);
  }

  /// With what was filled in, or with the book in force.
  private HttpResponse<?> page(
      HttpStatus status,
      Visit visit,
      Map<String, String> form,
      @Nullable Effect effect,
      List<String> refusals) {
    Answer book = api.get("/price-book", visit.sender());
    Answer history = api.get("/price-books", visit.sender());
    if (!book.succeeded() || !history.succeeded()) {
      Answer failed = book.succeeded() ? history : book;
      return pages.refusal(
          HttpStatus.valueOf(failed.status()), visit, Refusal.of(failed, "/console"));
    }
    String version = book.text("version");
    List<Input> inputs =
        form.isEmpty()
            ? Json.at(book.body(), "figures").map(PriceBookForm::inputs).orElse(List.of())
            : PriceBookForm.inputs(form);
    PriceBookPage page =
        new PriceBookPage(
            version,
            number(form, book),
            inputs,
            note(form),
            effect,
            Json.list(history.body(), "books").stream().map(it -> entry(it, version)).toList(),
            refusals);
    return pages.page(
        status, "priceBook", visit.frame("Prices", Viewer.PRICES.path()), Map.of("page", page));
  }

  /// Typed figures go on replacing the book that was there when somebody typed them.
  private static long number(Map<String, String> form, Answer book) {
    OptionalInt typed = Forms.number(form, "inForce");
    return typed.isPresent() ? typed.getAsInt() : Json.number(book.body(), "number");
  }

  private static Entry entry(JsonNode book, String inForce) {
    String version = Json.text(book, "version");
    String since = Json.text(book, "inForceSince");
    String restores = Json.text(book, "restores");
    String note = Json.text(book, "note");
    return new Entry(
        version,
        since.isEmpty() ? "from the start" : Words.time(since),
        Json.text(book, "writtenBy"),
        restores.isEmpty() ? note : note + " (the figures of " + restores + ")",
        version.equals(inForce));
  }

  private static Effect effect(JsonNode answer) {
    return new Effect(
        sentences(answer),
        Json.list(answer, "bands").stream().map(PriceBookPages::band).toList(),
        Json.list(answer, "examples").stream().map(PriceBookPages::example).toList());
  }

  private static List<String> sentences(JsonNode answer) {
    List<String> said = new ArrayList<>();
    String leads = Words.plural(Json.number(answer, "leads"), "lead");
    boolean isAll = Json.at(answer, "all").map(JsonNode::getBooleanValue).orElse(false);
    said.add(
        isAll
            ? "All " + leads + " on sale were priced both ways."
            : leads + " of those on sale, chosen by chance, were priced both ways.");
    said.add(
        "Together they would cost "
            + Words.money(answer.get("sumAfter"))
            + " in place of "
            + Words.money(answer.get("sumBefore"))
            + "; "
            + Words.plural(Json.number(answer, "alone"), "lead")
            + " would cost one buyer alone something else.");
    said.add(
        Words.plural(Json.number(answer, "atNextRun"), "price")
            + " would move the next time that leads are priced, "
            + Json.number(answer, "atNextRunAnyway")
            + " of them anyway.");
    return said;
  }

  private static Band band(JsonNode band) {
    return new Band(
        switch (Json.text(band, "band")) {
          case "much_cheaper" -> "more than 20 % cheaper";
          case "cheaper" -> "5 to 20 % cheaper";
          case "little_cheaper" -> "up to 5 % cheaper";
          case "little_dearer" -> "up to 5 % dearer";
          case "dearer" -> "5 to 20 % dearer";
          case "much_dearer" -> "more than 20 % dearer";
          default -> "the same";
        },
        Json.text(band, "leads"));
  }

  private static Example example(JsonNode lead) {
    return new Example(
        Json.text(lead, "lead"),
        Words.sentence(Json.text(lead, "type"))
            + " in "
            + Json.text(lead, "state")
            + ", "
            + Words.plural(Json.number(lead, "ageDays"), "day")
            + " old",
        Words.money(lead.get("before")),
        Words.money(lead.get("after")));
  }
}
