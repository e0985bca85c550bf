package com.aiqleads.marketplace.overseesales;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.Cursor;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Sale;
import com.aiqleads.marketplace.orders.Sales;
import com.aiqleads.marketplace.orders.Sales.Place;
import com.aiqleads.marketplace.orders.SalesWanted;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// For admins: what all teams bought, and what went back of it. Of the leads nothing is told.
@Controller
@Tag(name = "Books")
final class SalesController {

  static final int PAGE = 50;
  private static final String SORT = "newest";

  private final Sales sales;

  SalesController(Sales sales) {
    this.sales = sales;
  }

  @Get("/sales")
  @Operation(
      summary = "What all teams bought",
      description = "Newest first, fifty at a time, with what went back of each.")
  SalesView sales(
      @QueryValue @Parameter(description = "Of this team alone.") Optional<String> team,
      @QueryValue @Parameter(description = "This order alone.") Optional<String> order,
      @QueryValue @Parameter(description = "With this lead.") Optional<String> lead,
      @QueryValue @Parameter(description = "The first day (UTC), such as 2026-11-01.")
          Optional<String> from,
      @QueryValue @Parameter(description = "The last day.") Optional<String> until,
      @QueryValue @Parameter(description = "`true`: those of which money went back.")
          Optional<String> refunded,
      @QueryValue @Parameter(description = "The `next` of a page.") Optional<String> cursor) {
    SalesWanted wanted = wanted(team, order, lead, from, until, refunded);
    String hash = Cursor.hashOf(wanted);
    List<Sale> page =
        sales.page(wanted, cursor.map(text -> place(Cursor.parse(text, SORT, hash))), PAGE);
    return SalesView.of(page, page.size() < PAGE ? null : next(page.getLast(), hash));
  }

  private static SalesWanted wanted(
      Optional<String> team,
      Optional<String> order,
      Optional<String> lead,
      Optional<String> from,
      Optional<String> until,
      Optional<String> refunded) {
    Fields fields = new Fields();
    SalesWanted wanted =
        new SalesWanted(
            Narrowing.read(fields, "team", team, TeamId::parse, "must be the id of a team"),
            Narrowing.read(fields, "order", order, OrderId::parse, "must be the id of an order"),
            Narrowing.read(fields, "lead", lead, LeadId::parse, "must be the id of a lead"),
            Narrowing.first(fields, "from", from),
            Narrowing.last(fields, "until", until),
            Narrowing.read(
                    fields, "refunded", refunded, SalesController::yes, "must be true or absent")
                .isPresent());
    fields.throwIfAnyIsWrong();
    return wanted;
  }

  private static boolean yes(String text) {
    if (!text.equals("true")) {
      throw new IllegalArgumentException("not true");
    }
    return true;
  }

  private static String next(Sale last, String hash) {
    return new Cursor(SORT, List.of(last.at().toString()), last.order().text(), hash).text();
  }

  private static Place place(Cursor cursor) {
    try {
      return new Place(Instant.parse(String.join("", cursor.last())), OrderId.parse(cursor.id()));
    } catch (DateTimeException | IllegalArgumentException _) {
      throw new BadInput("cursor", "is not one of ours");
    }
  }
}
