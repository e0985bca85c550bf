package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.platform.SessionOwner;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/second-factor-removals")
@Tag(name = "People")
final class LiftController {

  private final LiftSecondFactor lift;

  LiftController(LiftSecondFactor lift) {
    this.lift = lift;
  }

  @Post
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Remove somebody else's second factor",
      description =
          "For whoever has lost the app and the recovery codes, and has shown you by other means"
              + " who they are. Ends every session of that person, and stands in the audit trail.")
  void liftSecondFactor(@Parameter(hidden = true) Caller caller, @Body LiftRequest body) {
    String _ = caller.sessionWithRights();
    switch (lift.lift(new SessionOwner(caller.user(), caller.team()), body.checked())) {
      case LIFTED -> {}
      case UNKNOWN -> throw new NotFound("unknown-person", "Nobody has this mail address.");
      case NOT_ENROLLED -> throw new Conflict("not-enrolled", "There is no second factor.");
      case OWN ->
          throw new Conflict("own-second-factor", "Set another app up on your own account.");
    }
  }
}
