package com.aiqleads.marketplace.quoteprice;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class QuotePriceHandler extends HttpFunction {

  public QuotePriceHandler() {}

  QuotePriceHandler(ApplicationContext context) {
    super(context);
  }
}
