package com.aiqleads.marketplace.managestandingorders;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class ManageStandingOrdersHandler extends HttpFunction {

  public ManageStandingOrdersHandler() {}

  ManageStandingOrdersHandler(ApplicationContext context) {
    super(context);
  }
}
