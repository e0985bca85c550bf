package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class SignInHandler extends HttpFunction {

  public SignInHandler() {}

  public SignInHandler(ApplicationContext context) {
    super(context);
  }
}
