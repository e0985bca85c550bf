package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Cursor;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.AuditTrail.Before;
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
import java.util.UUID;

/// What was done, by whom and when; a page at a time, the newest first.
@Controller
@Tag(name = "Audit trail")
final class AuditController {

  private static final String SORT = "newest";

  private final AuditTrail trail;

  AuditController(AuditTrail trail) {
    this.trail = trail;
  }

  @Get("/me/audit")
  @Operation(
      summary = "What was done in my name",
      description = "Sign-ins, also refused ones, and changes of the account.")
  AuditView myAudit(@Parameter(hidden = true) Caller caller, @QueryValue Optional<String> cursor) {
    String _ = caller.sessionOfPerson();
    String filter = Cursor.hashOf(caller.team(), caller.user());
    return view(trail.of(caller.team(), caller.user(), before(cursor, filter)), filter);
  }

  @Get("/audit")
  @Operation(
      summary = "What was done in my team",
      description = "By anybody in the team of the caller.")
  AuditView teamAudit(
      @Parameter(hidden = true) Caller caller, @QueryValue Optional<String> cursor) {
    String filter = Cursor.hashOf(caller.team());
    return view(trail.of(caller.team(), before(cursor, filter)), filter);
  }

  private static Before before(Optional<String> cursor, String filter) {
    return cursor
        .map(text -> Cursor.parse(text, SORT, filter))
        .map(AuditController::before)
        .orElse(Before.NOW);
  }

  private static Before before(Cursor cursor) {
    try {
      return new Before(
          Instant.parse(String.join("", cursor.last())), UUID.fromString(cursor.id()));
    } catch (DateTimeException | IllegalArgumentException _) {
      throw new BadInput("cursor", "is not one of ours");
    }
  }

  private static AuditView view(List<AuditEntry> entries, String filter) {
    return AuditView.of(
        entries,
        Optional.of(entries)
            .filter(page -> page.size() == AuditTrail.PAGE)
            .map(List::getLast)
            .map(last -> cursor(last, filter)));
  }

  private static String cursor(AuditEntry last, String filter) {
    return new Cursor(SORT, List.of(last.at().toString()), last.id().toString(), filter).text();
  }
}
