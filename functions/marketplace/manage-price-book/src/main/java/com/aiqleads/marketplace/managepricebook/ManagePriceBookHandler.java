package com.aiqleads.marketplace.managepricebook;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class ManagePriceBookHandler extends HttpFunction {

  public ManagePriceBookHandler() {}

  ManagePriceBookHandler(ApplicationContext context) {
    super(context);
  }
}
