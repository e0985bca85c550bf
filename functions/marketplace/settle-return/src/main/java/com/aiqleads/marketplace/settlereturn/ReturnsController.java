package com.aiqleads.marketplace.settlereturn;

import com.aiqleads.lambda.http.BeforeCursor;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.ReturnDesk.Taken;
import com.aiqleads.marketplace.returns.ReturnId;
import com.aiqleads.marketplace.returns.Returns;
import com.aiqleads.marketplace.returns.TakeBack;
import com.aiqleads.marketplace.settlereturn.ReturnViews.ReturnView;
import com.aiqleads.marketplace.settlereturn.ReturnViews.ReturnsView;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;

@Controller("/returns")
@Tag(name = "Returns")
final class ReturnsController {

  private static final int PAGE = 50;

  private final SettleReturn desk;
  private final Returns returns;

  ReturnsController(SettleReturn desk, Returns returns) {
    this.desk = desk;
    this.returns = returns;
  }

  @Post
  @Operation(
      summary = "Give a bought lead back",
      description =
          "Within 14 days of the purchase; 21 for what we can find out ourselves. It is decided at"
              + " once if it can be; what is credited goes back to where it was paid from. The same"
              + " lead for the same reason again is the same return.")
  ReturnView giveBack(@Parameter(hidden = true) Caller caller, @Body LeadReturnRequest body) {
    return switch (desk.take(caller.team(), body.checked(caller.user())).orElse(null)) {
      case TakeBack.Accepted(Taken taken) -> ReturnView.of(taken.what());
      case TakeBack.TooLate(Instant until) ->
          throw new Conflict("too-late", "For this reason it could be given back until " + until);
      case TakeBack.GivenBackBefore _ ->
          throw new Conflict("given-back", "All of its price was given back already.");
      case null -> throw new NotFound("no-such-purchase", "Your team has bought no such lead.");
    };
  }

  @Get
  @Operation(
      summary = "What my team gave back",
      description = "Also what we found out ourselves. Newest first, fifty at a time.")
  ReturnsView returns(
      @Parameter(hidden = true) Caller caller,
      @QueryValue @Parameter(description = "The `next` of a page.") Optional<String> before) {
    Instant end = BeforeCursor.of(before);
    return ReturnsView.of(returns.of(caller.team(), end, PAGE), PAGE);
  }

  @Get("/{id}")
  @Operation(summary = "One return, and why it was decided so")
  ReturnView oneReturn(@Parameter(hidden = true) Caller caller, String id) {
    return ReturnView.of(found(caller, parsed(id)));
  }

  @Post("/{id}/appeals")
  @Operation(
      summary = "Let a person look at it",
      description = "Once, if it was refused or not all was credited; what was credited stays.")
  ReturnView appeal(@Parameter(hidden = true) Caller caller, String id, @Body AppealRequest body) {
    String why = body.checked();
    ReturnId asked = parsed(id);
    if (!found(caller, asked).isAppealable() || !returns.appeal(caller.team(), asked, why)) {
      throw new Conflict("not-appealable", "Nobody can change this decision any more.");
    }
    return ReturnView.of(found(caller, asked));
  }

  private LeadReturn found(Caller caller, ReturnId id) {
    return returns.find(caller.team(), id).orElseThrow(ReturnsController::unknown);
  }

  static ReturnId parsed(String id) {
    try {
      return ReturnId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  static NotFound unknown() {
    return new NotFound("no-such-return", "There is no such return that you may see.");
  }
}
