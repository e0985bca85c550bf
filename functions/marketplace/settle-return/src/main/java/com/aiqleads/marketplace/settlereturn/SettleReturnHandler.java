package com.aiqleads.marketplace.settlereturn;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class SettleReturnHandler extends HttpFunction {

  public SettleReturnHandler() {}

  SettleReturnHandler(ApplicationContext context) {
    super(context);
  }
}
