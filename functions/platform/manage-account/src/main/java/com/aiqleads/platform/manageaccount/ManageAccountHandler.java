package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class ManageAccountHandler extends HttpFunction {

  public ManageAccountHandler() {}

  public ManageAccountHandler(ApplicationContext context) {
    super(context);
  }
}
