package com.aiqleads.marketplace.overseesales;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class OverseeSalesHandler extends HttpFunction {

  public OverseeSalesHandler() {}

  OverseeSalesHandler(ApplicationContext context) {
    super(context);
  }
}
