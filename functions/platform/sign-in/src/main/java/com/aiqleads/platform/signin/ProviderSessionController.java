package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.Client;
import com.aiqleads.lambda.http.TooManyRequests;
import com.aiqleads.lambda.http.Unauthorized;
import com.aiqleads.lambda.http.Unavailable;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Network;
import com.aiqleads.platform.signin.Admission.Admitted;
import com.aiqleads.platform.signin.ChallengeView.Owed;
import com.aiqleads.platform.signin.ConnectProvider.NoGood;
import com.aiqleads.platform.signin.ConnectProvider.TooOften;
import com.aiqleads.platform.signin.ConnectProvider.WrongPassword;
import com.aiqleads.platform.signin.ReturnFromProvider.PasswordOwed;
import com.aiqleads.platform.signin.ReturnFromProvider.Refused;
import com.aiqleads.platform.signin.ReturnFromProvider.Strayed;
import com.aiqleads.platform.signin.ReturnFromProvider.Unreachable;
import com.aiqleads.platform.signin.openid.Redemption.Reason;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/sessions/provider")
@Tag(name = "Sessions")
final class ProviderSessionController {

  private final ReturnFromProvider returnFromProvider;
  private final ConnectProvider connectProvider;
  private final Throttle throttle;

  ProviderSessionController(
      ReturnFromProvider returnFromProvider, ConnectProvider connectProvider, Throttle throttle) {
    this.returnFromProvider = returnFromProvider;
    this.connectProvider = connectProvider;
    this.throttle = throttle;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Sign in by a provider",
      description =
          "With what a browser came back with. Somebody new gets an account and a team; a member"
              + " with this mail address shows the password once.")
  @ApiResponse(
      responseCode = "201",
      description = "The session.",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  @ApiResponse(
      responseCode = "202",
      description = "The provider knows the person; `owed` is still to be shown.",
      content = @Content(schema = @Schema(implementation = ChallengeView.class)))
  HttpResponse<?> returnFromProvider(HttpRequest<?> request, @Body ReturnRequest body) {
    ProviderReturn back = body.checked();
    throttle.admit(request, Limit.PROVIDER_VISITS);
    return switch (returnFromProvider.arrive(back, device(request))) {
      case Admitted admitted -> SessionAnswers.admitted(admitted);
      case PasswordOwed owed -> SessionAnswers.owed(owed.link(), Owed.PASSWORD);
      case Strayed _ ->
          throw new Unauthorized("departure-unknown", "Sign in from the beginning, in one go.");
      case Refused refused -> throw refusal(refused.reason());
      case Unreachable _ -> throw new Unavailable(ProviderController.UNREACHABLE);
    };
  }

  private static Unauthorized refusal(Reason reason) {
    return switch (reason) {
      case CODE ->
          new Unauthorized("provider-refused", "The provider has not told us who you are.");
      case TOKEN ->
          new Unauthorized("provider-token-refused", "What the provider says cannot be trusted.");
      case EMAIL ->
          new Unauthorized(
              "provider-email-refused", "The provider does not vouch for your mail address.");
    };
  }

  @Post("/password")
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Connect a provider",
      description =
          "With the challenge of a sign-in by a provider, and the password of the member who has"
              + " this mail address. Asked once.")
  @ApiResponse(
      responseCode = "201",
      description = "The session.",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  @ApiResponse(
      responseCode = "202",
      description = "The provider is connected; a code of the authenticator app is still owed.",
      content = @Content(schema = @Schema(implementation = ChallengeView.class)))
  HttpResponse<?> connectProvider(HttpRequest<?> request, @Body ConnectRequest body) {
    ConnectRequest.Checked shown = body.checked();
    throttle.admit(request);
    Network from = throttle.network(request);
    Device device = device(request);
    return switch (connectProvider.connect(shown.challenge(), shown.password(), from, device)) {
      case Admitted admitted -> SessionAnswers.admitted(admitted);
      case WrongPassword _ -> throw new Unauthorized("wrong-password", "The password is wrong.");
      case NoGood _ -> throw new Unauthorized("challenge-refused", "Sign in from the beginning.");
      case TooOften tooOften -> throw new TooManyRequests(tooOften.retryAfter());
    };
  }

  private static Device device(HttpRequest<?> request) {
    return new Device(Client.of(request).agent());
  }
}
