package com.aiqleads.platform.checkhealth;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class CheckHealthHandler extends HttpFunction {

  public CheckHealthHandler() {}

  CheckHealthHandler(ApplicationContext context) {
    super(context);
  }
}
