package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Client;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.Forbidden;
import com.aiqleads.lambda.http.TooManyRequests;
import com.aiqleads.lambda.http.Unauthorized;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.Network;
import com.aiqleads.platform.signin.Admission.Admitted;
import com.aiqleads.platform.signin.Sessions.Renewal.Late;
import com.aiqleads.platform.signin.Sessions.Renewal.Over;
import com.aiqleads.platform.signin.Sessions.Renewal.Renewed;
import com.aiqleads.platform.signin.SignIn.TooOften;
import com.aiqleads.platform.signin.SignIn.WrongCredentials;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/sessions")
@Tag(name = "Sessions")
final class SessionController {

  private final SignIn signIn;
  private final AnswerChallenge answerChallenge;
  private final Sessions sessions;
  private final Throttle throttle;

  SessionController(
      SignIn signIn, AnswerChallenge answerChallenge, Sessions sessions, Throttle throttle) {
    this.signIn = signIn;
    this.answerChallenge = answerChallenge;
    this.sessions = sessions;
    this.throttle = throttle;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(summary = "Sign in", description = "Opens a session with mail address and password.")
  @ApiResponse(
      responseCode = "201",
      description = "The session.",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  @ApiResponse(
      responseCode = "202",
      description = "The password is right; a code of the authenticator app is still owed.",
      content = @Content(schema = @Schema(implementation = ChallengeView.class)))
  HttpResponse<?> signIn(HttpRequest<?> request, @Body SessionRequest body) {
    SessionRequest.Checked credentials = body.checked();
    throttle.admit(request);
    Device device = new Device(Client.of(request).agent());
    Network from = throttle.network(request);
    return switch (signIn.signIn(credentials.email(), credentials.password(), from, device)) {
      case Admitted admitted -> SessionAnswers.admitted(admitted);
      case WrongCredentials _ ->
          throw new Unauthorized("wrong-credentials", "The mail address or the password is wrong.");
      case TooOften tooOften -> throw new TooManyRequests(tooOften.retryAfter());
    };
  }

  @Post("/second-factor")
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Sign in, second step",
      description = "With the challenge of the first step, and a code of the app or for recovery.")
  HttpResponse<SessionView> answerChallenge(
      HttpRequest<?> request, @Body SecondFactorRequest body) {
    SecondFactorRequest.Checked answer = body.checked();
    throttle.admit(request);
    return switch (answerChallenge.answer(answer.challenge(), answer.code())) {
      case AnswerChallenge.SignedIn signedIn ->
          SessionAnswers.session(HttpStatus.CREATED, signedIn.session());
      case AnswerChallenge.WrongCode _ ->
          throw new Unauthorized("wrong-code", "The code is not one of now.");
      case AnswerChallenge.NoGood _ ->
          throw new Unauthorized("challenge-refused", "Sign in from the beginning.");
      case AnswerChallenge.TooOften tooOften -> throw new TooManyRequests(tooOften.retryAfter());
    };
  }

  @Post("/team")
  @Operation(
      summary = "Choose a team",
      description = "A session in another team of the caller; the one before ends.")
  HttpResponse<SessionView> chooseTeam(
      @Parameter(hidden = true) Caller caller, @Body TeamRequest body) {
    TeamRequest.Checked choice = body.checked();
    return sessions
        .choose(caller.user(), choice.team(), choice.token())
        .map(session -> SessionAnswers.session(HttpStatus.OK, session))
        .orElseThrow(
            () -> new Forbidden("team-refused", "This team or this session is not yours."));
  }

  @Post("/refresh")
  @Operation(
      summary = "Refresh",
      description =
          "Exchanges a refresh token for a new access token and the next refresh token. For ten"
              + " seconds the token before is answered 409; shown later, it ends the session.")
  HttpResponse<SessionView> refresh(@Body RefreshRequest body) {
    return switch (sessions.renew(body.checked())) {
      case Renewed renewed -> SessionAnswers.session(HttpStatus.OK, renewed.session());
      case Late _ ->
          throw new Conflict("renewed-elsewhere", "Somebody renewed this session a moment ago.");
      case Over _ ->
          throw new Unauthorized("refresh-token-refused", "The session is over: sign in again.");
    };
  }

  @Post("/sign-out")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "Sign out", description = "Ends the session of a refresh token.")
  void signOut(@Body RefreshRequest body) {
    sessions.end(body.checked());
  }
}
