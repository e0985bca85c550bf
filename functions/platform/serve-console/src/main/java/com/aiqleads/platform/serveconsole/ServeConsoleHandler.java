package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

/// The edge of the console; its pages are its controllers.
public final class ServeConsoleHandler extends HttpFunction {

  public ServeConsoleHandler() {}

  ServeConsoleHandler(ApplicationContext context) {
    super(context);
  }
}
