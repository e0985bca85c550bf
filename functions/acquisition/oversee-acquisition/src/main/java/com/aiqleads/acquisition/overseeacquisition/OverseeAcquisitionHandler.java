package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class OverseeAcquisitionHandler extends HttpFunction {

  public OverseeAcquisitionHandler() {}

  public OverseeAcquisitionHandler(ApplicationContext context) {
    super(context);
  }
}
