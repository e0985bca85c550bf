package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Unprocessable;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.SessionOwner;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/email-confirmations")
@Tag(name = "People")
final class EmailConfirmationController {

  private final LetterDesk letters;
  private final ConfirmEmail confirmEmail;
  private final Throttle throttle;

  EmailConfirmationController(LetterDesk letters, ConfirmEmail confirmEmail, Throttle throttle) {
    this.letters = letters;
    this.confirmEmail = confirmEmail;
    this.throttle = throttle;
  }

  @Post
  @Status(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Send the confirmation again",
      description =
          "The answer does not say whether anybody has this mail address, nor whether a letter"
              + " goes: three in half an hour.")
  RegistrationView requestEmailConfirmation(HttpRequest<?> request, @Body LetterRequest body) {
    return letters.take(MailKind.CONFIRM_EMAIL, request, body);
  }

  @Put
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Confirm a mail address",
      description =
          "Of the account that the caller is signed in to, with the token of the letter, which is"
              + " good once, for three days, and for no other account.")
  void confirmEmail(
      HttpRequest<?> request,
      @Parameter(hidden = true) Caller caller,
      @Body ConfirmationRequest body) {
    String _ = caller.sessionOfPerson();
    RandomSecret secret = body.checked();
    throttle.admit(request);
    if (!confirmEmail.confirm(new SessionOwner(caller.user(), caller.team()), secret)) {
      throw new Unprocessable(
          "token-refused", "The link is used up, too old or meant for another account.");
    }
  }
}
