package com.aiqleads.marketplace.receivepayment;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class ReceivePaymentHandler extends HttpFunction {

  public ReceivePaymentHandler() {}

  ReceivePaymentHandler(ApplicationContext context) {
    super(context);
  }
}
