package com.aiqleads.marketplace.checkout;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class CheckOutHandler extends HttpFunction {

  public CheckOutHandler() {}

  CheckOutHandler(ApplicationContext context) {
    super(context);
  }
}
