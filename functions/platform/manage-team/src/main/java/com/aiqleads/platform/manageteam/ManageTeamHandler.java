package com.aiqleads.platform.manageteam;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class ManageTeamHandler extends HttpFunction {

  public ManageTeamHandler() {}

  public ManageTeamHandler(ApplicationContext context) {
    super(context);
  }
}
