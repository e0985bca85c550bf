package com.aiqleads.marketplace.overseesales;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.Cursor;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.refunds.Refund;
import com.aiqleads.marketplace.refunds.RefundId;
import com.aiqleads.marketplace.refunds.Refunds;
import com.aiqleads.marketplace.refunds.Refunds.Place;
import com.aiqleads.marketplace.refunds.RefundsWanted;
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

/// For admins: what went back to the buyers of all teams, why, and on whose word.
@Controller
@Tag(name = "Books")
final class RefundsController {

  private static final int PAGE = 50;
  private static final String SORT = "newest";

  private final Refunds refunds;

  RefundsController(Refunds refunds) {
    this.refunds = refunds;
  }

  @Get("/refunds")
  @Operation(
      summary = "What went back to buyers",
      description =
          "Newest first, fifty at a time: leads that were given back, recalled or never arrived,"
              + " what went back to cards, and what banks contest, took and gave back.")
  RefundsView refunds(
      @QueryValue @Parameter(description = "One kind alone, such as `chargeback`.")
          Optional<String> kind,
      @QueryValue @Parameter(description = "What is so far alone, such as `due`.")
          Optional<String> state,
      @QueryValue @Parameter(description = "Of this team alone.") Optional<String> team,
      @QueryValue @Parameter(description = "Of this order alone.") Optional<String> order,
      @QueryValue @Parameter(description = "The first day (UTC), such as 2026-11-01.")
          Optional<String> from,
      @QueryValue @Parameter(description = "The last day.") Optional<String> until,
      @QueryValue @Parameter(description = "The `next` of a page.") Optional<String> cursor) {
    RefundsWanted wanted = wanted(kind, state, team, order, from, until);
    String hash = Cursor.hashOf(wanted);
    List<Refund> page =
        refunds.page(wanted, cursor.map(text -> place(Cursor.parse(text, SORT, hash))), PAGE);
    return RefundsView.of(page, page.size() < PAGE ? null : next(page.getLast(), hash));
  }

  private static RefundsWanted wanted(
      Optional<String> kind,
      Optional<String> state,
      Optional<String> team,
      Optional<String> order,
      Optional<String> from,
      Optional<String> until) {
    Fields fields = new Fields();
    RefundsWanted wanted =
        new RefundsWanted(
            Narrowing.read(fields, "kind", kind, Refund.Kind::parse, "must be a kind of refund"),
            Narrowing.read(
                fields, "state", state, Refund.State::parse, "must be how far one can be"),
            Narrowing.read(fields, "team", team, TeamId::parse, "must be the id of a team"),
            Narrowing.read(fields, "order", order, OrderId::parse, "must be the id of an order"),
            Narrowing.first(fields, "from", from),
            Narrowing.last(fields, "until", until));
    fields.throwIfAnyIsWrong();
    return wanted;
  }

  private static String next(Refund last, String hash) {
    return new Cursor(SORT, List.of(last.at().toString()), last.id().text(), hash).text();
  }

  private static Place place(Cursor cursor) {
    try {
      return new Place(Instant.parse(String.join("", cursor.last())), RefundId.parse(cursor.id()));
    } catch (DateTimeException | IllegalArgumentException _) {
      throw new BadInput("cursor", "is not one of ours");
    }
  }
}
