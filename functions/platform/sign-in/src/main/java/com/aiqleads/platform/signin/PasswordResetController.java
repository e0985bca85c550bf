package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.Unprocessable;
import com.aiqleads.lambda.http.WrongField;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.signin.ResetPassword.NoGood;
import com.aiqleads.platform.signin.ResetPassword.Reset;
import com.aiqleads.platform.signin.ResetPassword.Weak;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/password-resets")
@Tag(name = "People")
final class PasswordResetController {

  private final LetterDesk letters;
  private final ResetPassword resetPassword;
  private final Throttle throttle;

  PasswordResetController(LetterDesk letters, ResetPassword resetPassword, Throttle throttle) {
    this.letters = letters;
    this.resetPassword = resetPassword;
    this.throttle = throttle;
  }

  @Post
  @Status(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Forgot my password",
      description =
          "The answer does not say whether anybody has this mail address, nor whether a letter"
              + " goes: three in half an hour, of which the last is then still good.")
  RegistrationView requestPasswordReset(HttpRequest<?> request, @Body LetterRequest body) {
    return letters.take(MailKind.RESET_PASSWORD, request, body);
  }

  @Put
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Choose a new password",
      description =
          "With the token of the letter, which is good once, for an hour. Ends every session and"
              + " every API key of the person.")
  void resetPassword(HttpRequest<?> request, @Body NewPasswordRequest body) {
    NewPasswordRequest.Checked checked = body.checked();
    throttle.admit(request);
    switch (resetPassword.reset(checked.secret(), checked.next())) {
      case Reset _ -> {}
      case NoGood _ ->
          throw new Unprocessable(
              "token-refused", "The link is used up, too old or not one of ours.");
      case Weak weak ->
          throw new BadInput(
              weak.faults().stream()
                  .map(fault -> new WrongField("newPassword", fault.sentence()))
                  .toList());
    }
  }
}
