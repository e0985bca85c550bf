package com.aiqleads.marketplace.managecart;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class ManageCartHandler extends HttpFunction {

  public ManageCartHandler() {}

  ManageCartHandler(ApplicationContext context) {
    super(context);
  }
}
