package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.Forbidden;
import com.aiqleads.lambda.http.HttpFailure;
import com.aiqleads.lambda.http.TooManyRequests;
import com.aiqleads.lambda.http.Unauthorized;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.TotpSecret;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.Done;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.NotNow;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.Outcome;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.Reason;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.SessionOver;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.TooOften;
import com.aiqleads.platform.manageaccount.EnrolSecondFactor.WrongCode;
import com.aiqleads.platform.manageaccount.SecondFactorViews.EnrolledView;
import com.aiqleads.platform.manageaccount.SecondFactorViews.OfferView;
import com.aiqleads.platform.manageaccount.SecondFactorViews.StateView;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller("/me/second-factor")
@Tag(name = "People")
final class SecondFactorController {

  private final EnrolSecondFactor secondFactor;
  private final SecondFactors factors;
  private final Members members;

  SecondFactorController(EnrolSecondFactor secondFactor, SecondFactors factors, Members members) {
    this.secondFactor = secondFactor;
    this.factors = factors;
    this.members = members;
  }

  @Get
  @Operation(
      summary = "Do I have a second factor",
      description = "And how many recovery codes are left.")
  StateView secondFactor(@Parameter(hidden = true) Caller caller) {
    String _ = caller.sessionOfPerson();
    Membership member = member(caller);
    return StateView.of(factors.of(caller.user()), member.roles());
  }

  @Post
  @Operation(
      summary = "Offer me a second factor",
      description =
          "A secret for an authenticator app (TOTP); asking again replaces it. An app that is"
              + " enrolled stays good until the new one is.")
  HttpResponse<OfferView> offerSecondFactor(@Parameter(hidden = true) Caller caller) {
    String _ = caller.sessionOfPerson();
    String account = member(caller).user().email().address();
    TotpSecret secret = secondFactor.offer(caller.user());
    return secret(new OfferView(secret.text(), secret.address(account)));
  }

  @Put
  @Operation(
      summary = "Enrol my second factor",
      description =
          "With a code that the app shows; to put it in the place of another, with a code of that"
              + " one, too, or a recovery code. Answers ten recovery codes, which nobody sees"
              + " again, and ends every other session. Refresh this one afterwards to get the"
              + " rights that need a second factor.")
  HttpResponse<EnrolledView> enrolSecondFactor(
      @Parameter(hidden = true) Caller caller, @Body EnrolmentRequest body) {
    FamilyId session = FamilyId.parse(caller.sessionOfPerson());
    EnrolmentRequest.Checked shown = body.checked();
    return codesOf(secondFactor.enrol(who(caller), session, shown.code(), shown.before()));
  }

  @Post("/recovery-codes")
  @Operation(
      summary = "Renew my recovery codes",
      description =
          "With a code of the app, or a recovery code. Ten others, which nobody sees again; those"
              + " before are good no more.")
  HttpResponse<EnrolledView> renewRecoveryCodes(
      @Parameter(hidden = true) Caller caller, @Body CodeRequest body) {
    String _ = caller.sessionOfPerson();
    return codesOf(secondFactor.renewCodes(who(caller), body.checked()));
  }

  @Post("/removal")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Remove my second factor",
      description =
          "With a code of the app, or a recovery code. Admins cannot: they put another app in its"
              + " place.")
  void removeSecondFactor(@Parameter(hidden = true) Caller caller, @Body CodeRequest body) {
    String _ = caller.sessionOfPerson();
    List<RecoveryCode> _ = codes(secondFactor.remove(who(caller), body.checked()));
  }

  private static HttpResponse<EnrolledView> codesOf(Outcome outcome) {
    return secret(new EnrolledView(codes(outcome).stream().map(RecoveryCode::readable).toList()));
  }

  private static List<RecoveryCode> codes(Outcome outcome) {
    return switch (outcome) {
      case Done done -> done.codes();
      case WrongCode _ -> throw new Forbidden("wrong-code", "The code is not one of now.");
      case NotNow notNow -> throw conflict(notNow.reason());
      case SessionOver _ ->
          throw new Unauthorized("session-over", "The session is over: sign in again.");
      case TooOften tooOften -> throw new TooManyRequests(tooOften.retryAfter());
    };
  }

  private static HttpFailure conflict(Reason reason) {
    return switch (reason) {
      case ENROLLED_ALREADY ->
          new Conflict("enrolled-already", "There is a second factor: show its code, too.");
      case NOTHING_OFFERED -> new Conflict("nothing-offered", "Ask for a secret first.");
      case NOT_ENROLLED -> new Conflict("not-enrolled", "There is no second factor.");
      case FORCED ->
          new Conflict(
              "second-factor-forced", "Admins have a second factor: set another app up instead.");
    };
  }

  private static <T> HttpResponse<T> secret(T body) {
    return HttpResponse.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Membership member(Caller caller) {
    return members
        .find(caller.team(), caller.user())
        .orElseThrow(() -> new Unauthorized("unknown-caller", "The account or its team is gone."));
  }

  private static SessionOwner who(Caller caller) {
    return new SessionOwner(caller.user(), caller.team());
  }
}
