package com.aiqleads.marketplace.topupwallet;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class TopUpWalletHandler extends HttpFunction {

  public TopUpWalletHandler() {}

  TopUpWalletHandler(ApplicationContext context) {
    super(context);
  }
}
