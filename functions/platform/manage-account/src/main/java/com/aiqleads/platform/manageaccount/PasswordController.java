package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.Forbidden;
import com.aiqleads.lambda.http.TooManyRequests;
import com.aiqleads.lambda.http.Unauthorized;
import com.aiqleads.lambda.http.Viewers;
import com.aiqleads.lambda.http.WrongField;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Network;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.manageaccount.ChangePassword.Changed;
import com.aiqleads.platform.manageaccount.ChangePassword.Gone;
import com.aiqleads.platform.manageaccount.ChangePassword.NoPassword;
import com.aiqleads.platform.manageaccount.ChangePassword.NotGoodEnough;
import com.aiqleads.platform.manageaccount.ChangePassword.TooOften;
import com.aiqleads.platform.manageaccount.ChangePassword.Wish;
import com.aiqleads.platform.manageaccount.ChangePassword.WrongPassword;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;

@Controller("/me/password")
@Tag(name = "People")
final class PasswordController {

  private final ChangePassword changePassword;
  private final Attempts attempts;
  private final Viewers viewers;
  private final InstantSource clock;

  PasswordController(
      ChangePassword changePassword, Attempts attempts, Viewers viewers, InstantSource clock) {
    this.changePassword = changePassword;
    this.attempts = attempts;
    this.viewers = viewers;
    this.clock = clock;
  }

  @Put
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Change my password",
      description = "Wants the old password, and ends every session but the one of the request.")
  void changePassword(
      HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body PasswordRequest body) {
    FamilyId session = FamilyId.parse(caller.sessionOfPerson());
    PasswordRequest.Checked passwords = body.checked();
    Network from = new Network(viewers.of(request).address());
    admit(from);
    SessionOwner who = new SessionOwner(caller.user(), caller.team());
    Wish wish = new Wish(passwords.old(), passwords.next(), from);
    switch (changePassword.change(who, session, wish)) {
      case Changed _ -> {}
      case WrongPassword _ -> throw new Forbidden("wrong-password", "The old password is wrong.");
      case NotGoodEnough weak ->
          throw new BadInput(
              weak.faults().stream()
                  .map(fault -> new WrongField("newPassword", fault.sentence()))
                  .toList());
      case TooOften tooOften -> throw new TooManyRequests(tooOften.retryAfter());
      case NoPassword _ ->
          throw new Conflict(
              "no-password", "You have no password yet: choose one by \"forgot my password\".");
      case Gone _ -> throw new Unauthorized("unknown-caller", "The account or its team is gone.");
    }
  }

  /// Each change hashes twice.
  private void admit(Network from) {
    attempts
        .admit(Limit.HASHED_PASSWORDS, from.address(), clock.instant())
        .ifPresent(
            wait -> {
              throw new TooManyRequests(wait);
            });
  }
}
