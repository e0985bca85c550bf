package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class ManageDeliveriesHandler extends HttpFunction {

  public ManageDeliveriesHandler() {}

  ManageDeliveriesHandler(ApplicationContext context) {
    super(context);
  }
}
