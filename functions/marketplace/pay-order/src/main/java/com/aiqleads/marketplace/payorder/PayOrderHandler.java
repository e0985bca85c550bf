package com.aiqleads.marketplace.payorder;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class PayOrderHandler extends HttpFunction {

  public PayOrderHandler() {}

  PayOrderHandler(ApplicationContext context) {
    super(context);
  }
}
