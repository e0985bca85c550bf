package com.aiqleads.marketplace.proveexclusivity;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class ProveExclusivityHandler extends HttpFunction {

  public ProveExclusivityHandler() {}

  ProveExclusivityHandler(ApplicationContext context) {
    super(context);
  }
}
