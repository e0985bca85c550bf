package com.aiqleads.marketplace.managewallet;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class ManageWalletHandler extends HttpFunction {

  public ManageWalletHandler() {}

  ManageWalletHandler(ApplicationContext context) {
    super(context);
  }
}
