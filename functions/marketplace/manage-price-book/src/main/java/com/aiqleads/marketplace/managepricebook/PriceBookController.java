package com.aiqleads.marketplace.managepricebook;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.managepricebook.BookRequests.Change;
import com.aiqleads.marketplace.managepricebook.BookRequests.ChangeRequest;
import com.aiqleads.marketplace.managepricebook.BookRequests.PreviewRequest;
import com.aiqleads.marketplace.managepricebook.BookRequests.Restoration;
import com.aiqleads.marketplace.managepricebook.BookRequests.RestorationRequest;
import com.aiqleads.marketplace.managepricebook.PriceBookViews.BookView;
import com.aiqleads.marketplace.managepricebook.PriceBookViews.EffectView;
import com.aiqleads.marketplace.managepricebook.PriceBookViews.HistoryView;
import com.aiqleads.marketplace.pricing.PriceBooks;
import com.aiqleads.marketplace.pricing.PriceBooks.InForce;
import com.aiqleads.marketplace.pricing.PriceBooks.Overtaken;
import com.aiqleads.marketplace.pricing.PriceBooks.UnknownVersion;
import com.aiqleads.marketplace.pricing.PriceBooks.Written;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Prices are decided by people who have signed in, each time with a reason.
@Controller
@Tag(name = "Prices")
final class PriceBookController {

  private static final int HISTORY = 100;

  private final PriceBooks books;
  private final TryFigures figures;

  PriceBookController(PriceBooks books, TryFigures figures) {
    this.books = books;
    this.figures = figures;
  }

  @Get("/price-book")
  @Operation(summary = "What prices are made of", description = "The price book in force.")
  BookView book() {
    return BookView.of(books.current());
  }

  @Post("/price-book/previews")
  @Operation(
      summary = "Try other figures on what is on sale",
      description =
          "Of up to 20,000 leads: how many prices would change, and by how much. Changes nothing.")
  EffectView tryOut(@Body PreviewRequest body) {
    return figures.effect(body.checked());
  }

  @Put("/price-book")
  @Operation(
      summary = "Put other figures in force",
      description =
          "From the next time on that leads are priced; what is held keeps its price. Refused if"
              + " somebody else was first.")
  BookView change(@Parameter(hidden = true) Caller caller, @Body ChangeRequest body) {
    String _ = caller.sessionOfPerson();
    Change change = body.checked();
    return written(books.write(change.inForce(), change.figures(), caller.user(), change.note()));
  }

  @Get("/price-books")
  @Operation(summary = "Who changed prices, when and why", description = "The newest of 100 first.")
  HistoryView history() {
    return HistoryView.of(books.history(HISTORY));
  }

  @Get("/price-books/{id}")
  @Operation(summary = "A price book of before")
  BookView earlier(String id) {
    return books.find(id).map(BookView::of).orElseThrow(() -> unknown(id));
  }

  @Post("/price-books/{id}/restorations")
  @Operation(
      summary = "Take figures of before again",
      description = "As a new version, so that the history stays whole.")
  BookView restore(
      @Parameter(hidden = true) Caller caller, String id, @Body RestorationRequest body) {
    String _ = caller.sessionOfPerson();
    Restoration wish = body.checked();
    return written(books.restore(wish.inForce(), id, caller.user(), wish.note()));
  }

  private static BookView written(Written written) {
    return switch (written) {
      case InForce(var entry) -> BookView.of(entry);
      case Overtaken(var inForce) ->
          throw new Conflict(
              "book-changed",
              "Book " + inForce.book().version() + " is in force by now. Look at it first.");
      case UnknownVersion(String version) -> throw unknown(version);
    };
  }

  private static NotFound unknown(String version) {
    return new NotFound("no-such-book", "There is no price book " + version + ".");
  }
}
