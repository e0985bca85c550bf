package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class ManageSubscriptionHandler extends HttpFunction {

  public ManageSubscriptionHandler() {}

  ManageSubscriptionHandler(ApplicationContext context) {
    super(context);
  }
}
