package com.aiqleads.marketplace.managecart;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.holds.Joining;
import com.aiqleads.marketplace.holds.Waits;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;

/// Lines for leads that nobody can hold, by the ids of the leads.
@Controller("/waits")
@Tag(name = "Buying")
final class WaitsController {

  private final Waits waits;

  WaitsController(Waits waits) {
    this.waits = waits;
  }

  @Serdeable
  record WaitView(
      LeadId lead,
      String headline,
      boolean onSale,
      @Schema(description = "How many teams come before yours.") long ahead,
      Instant since) {}

  @Serdeable
  record WaitsView(List<WaitView> waits) {}

  @Serdeable
  record PlaceView(@Schema(description = "How many teams come before yours.") long ahead) {}

  @Get
  @Operation(summary = "What my team waits for", description = "The longest waited for first.")
  WaitsView waits(@Parameter(hidden = true) Caller caller) {
    return new WaitsView(
        waits.of(caller.team()).stream()
            .map(
                wait ->
                    new WaitView(
                        wait.lead(), wait.headline(), wait.onSale(), wait.ahead(), wait.since()))
            .toList());
  }

  @Put("/{id}")
  @Operation(
      summary = "Wait for a lead that others hold",
      description =
          "When a slot comes free, it is held for the team that has waited longest, and for"
              + " nobody else.")
  PlaceView join(@Parameter(hidden = true) Caller caller, String id) {
    return switch (waits.join(caller.team(), lead(id))) {
      case Joining.Waiting(long ahead) -> new PlaceView(ahead);
      case Joining.Refused refused -> throw refusal(refused);
    };
  }

  private static RuntimeException refusal(Joining.Refused refused) {
    return switch (refused) {
      case NOT_ON_SALE -> noSuchLead();
      case SOLD_OUT -> new Conflict("sold-out", "The lead is sold as often as it may be.");
      case ALREADY_OWNED -> new Conflict("already-owned", "Your team owns the lead.");
      case HELD_BEFORE -> new Conflict("held-already", "Your team holds the lead.");
      case EARLY ->
          new Conflict(
              "early-access",
              "Plans with early access come first; the lead says from when yours can hold it.");
      case FREE -> new Conflict("slot-free", "The lead can be held now; no need to wait.");
      case TOO_MANY_WAITS ->
          new Conflict("too-many-waits", "Your plan allows to wait for no more leads at a time.");
    };
  }

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "Wait for a lead no longer", description = "Your team's place is lost.")
  void leave(@Parameter(hidden = true) Caller caller, String id) {
    if (!waits.leave(caller.team(), lead(id))) {
      throw new NotFound("no-such-wait", "Your team does not wait for this lead.");
    }
  }

  private static LeadId lead(String text) {
    try {
      return LeadId.parse(text);
    } catch (IllegalArgumentException _) {
      throw noSuchLead();
    }
  }

  private static NotFound noSuchLead() {
    return new NotFound("no-such-lead", "There is no lead with this id on sale.");
  }
}
