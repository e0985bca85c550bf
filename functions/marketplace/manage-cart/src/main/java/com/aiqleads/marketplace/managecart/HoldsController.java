package com.aiqleads.marketplace.managecart;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.holds.Ending;
import com.aiqleads.marketplace.holds.Extension;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.Release;
import com.aiqleads.marketplace.holds.Wishes;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;

@Controller("/holds")
@Tag(name = "Buying")
final class HoldsController {

  private final ManageCart cart;

  HoldsController(ManageCart cart) {
    this.cart = cart;
  }

  @Post
  @Operation(
      summary = "Hold leads",
      description =
          "Nobody else can buy a lead that you hold, and its price stays. A single lead that cannot"
              + " be held is a conflict; of several, each says what became of it.")
  HoldsView hold(@Parameter(hidden = true) Caller caller, @Body HoldRequest body) {
    Wishes wishes = body.checked();
    List<HoldAnswer> answers = cart.hold(caller.team(), wishes);
    if (answers.size() == 1) {
      throwIfRefused(answers.getFirst());
    }
    return HoldsView.of(answers);
  }

  private static void throwIfRefused(HoldAnswer answer) {
    HoldRefusal refusal = HoldRefusal.of(answer);
    if (refusal != null) {
      throw answer instanceof HoldAnswer.NotOnSale
          ? new NotFound(refusal.code(), refusal.detail())
          : new Conflict(refusal.code(), refusal.detail());
    }
  }

  @Post("/{id}/extension")
  @Operation(
      summary = "Hold a lead longer",
      description = "As often, and in all as long, as your plan allows.")
  HoldView extendHold(@Parameter(hidden = true) Caller caller, String id) {
    return switch (cart.extend(caller.team(), hold(id))) {
      case Extension.Extended(var hold) -> HoldView.of(hold);
      case Extension.NoLonger _ ->
          throw new Conflict("no-longer", "Your plan does not let a hold last any longer.");
      case Extension.Ended(Ending ending) -> throw ended(ending);
      case Extension.Unknown _ -> throw unknown();
    };
  }

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Let a lead go",
      description =
          "Others can have it at once; your team waits for it as long as the hold lasted.")
  void releaseHold(@Parameter(hidden = true) Caller caller, String id) {
    switch (cart.release(caller.team(), hold(id))) {
      case Release.Released _ -> {}
      case Release.Ended(Ending ending) -> throw ended(ending);
      case Release.Unknown _ -> throw unknown();
    }
  }

  private static Conflict ended(Ending ending) {
    return new Conflict(
        "hold-" + ending.name().toLowerCase(Locale.ROOT),
        switch (ending) {
          case SOLD -> "Your team has bought the lead.";
          case RELEASED -> "Your team has let the lead go.";
          case EXPIRED -> "The time of this hold is up.";
        });
  }

  private static HoldId hold(String id) {
    try {
      return HoldId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("no-such-hold", "Your team has no such hold.");
  }
}
