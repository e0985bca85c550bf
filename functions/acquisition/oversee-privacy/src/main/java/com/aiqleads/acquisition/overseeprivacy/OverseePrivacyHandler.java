package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class OverseePrivacyHandler extends HttpFunction {

  public OverseePrivacyHandler() {}

  OverseePrivacyHandler(ApplicationContext context) {
    super(context);
  }
}
