package com.aiqleads.lambda.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;

/// A function behind the HTTP API. Its work is in its controllers; its handler is an empty
// subclass.
public abstract class HttpFunction extends APIGatewayV2HTTPEventFunction {

  protected HttpFunction() {}

  protected HttpFunction(ApplicationContext context) {
    super(context);
  }
}
