package com.aiqleads.acquisition.checkfraud;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class CheckFraudHandler extends HttpFunction {

  public CheckFraudHandler() {}

  CheckFraudHandler(ApplicationContext context) {
    super(context);
  }
}
