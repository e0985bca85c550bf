package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.SessionOwner;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/sessions")
@Tag(name = "Sessions")
final class SessionsController {

  private final MySessions sessions;

  SessionsController(MySessions sessions) {
    this.sessions = sessions;
  }

  @Get
  @Operation(
      summary = "List my sessions",
      description = "Where the caller is signed in, at most 100 sessions, the newest first.")
  SessionsView mySessions(@Parameter(hidden = true) Caller caller) {
    return SessionsView.of(sessions.list(caller.user()), caller.sessionOfPerson());
  }

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End a session",
      description = "It cannot be renewed any more; its access token ends within 15 minutes.")
  void endSession(@Parameter(hidden = true) Caller caller, String id) {
    String _ = caller.sessionOfPerson();
    if (!sessions.end(new SessionOwner(caller.user(), caller.team()), family(id))) {
      throw unknown();
    }
  }

  private static FamilyId family(String id) {
    try {
      return FamilyId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("unknown-session", "There is no such session.");
  }
}
