package com.aiqleads.platform.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/registrations")
@Tag(name = "People")
final class RegistrationController {

  private final Register register;
  private final Throttle throttle;

  RegistrationController(Register register, Throttle throttle) {
    this.register = register;
    this.throttle = throttle;
  }

  @Post
  @Status(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Register",
      description =
          "Makes an account and a team for it. The answer does not say whether the mail address was"
              + " free: sign in to find out.")
  RegistrationView register(HttpRequest<?> request, @Body RegistrationRequest body) {
    Registration registration = body.checked();
    throttle.admit(request);
    register.register(registration);
    return RegistrationView.RECEIVED;
  }
}
