package com.aiqleads.lambda.http;

import com.aiqleads.lambda.FunctionContextBuilder;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.HandlerUtils;
import io.micronaut.function.executor.FunctionInitializer;

/// A function behind the HTTP API. Its work is in its controllers; its handler is an empty
/// subclass.
public abstract class HttpFunction extends FunctionInitializer
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Exchanges exchanges;

  @SuppressWarnings("unused") // held for the context of hooks, which holds it weakly
  private final Priming priming;

  protected HttpFunction() {
    this.exchanges = applicationContext.getBean(Exchanges.class);
    this.priming = Priming.registered(applicationContext.getBean(GatewayHandler.class));
  }

  protected HttpFunction(ApplicationContext context) {
    super(context.isRunning() ? context : context.start());
    this.exchanges = context.getBean(Exchanges.class);
    this.priming = Priming.registered(context.getBean(GatewayHandler.class));
  }

  @Override
  public final APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent request, Context context) {
    HandlerUtils.configureWithContext(this, context);
    return exchanges.answer(request);
  }

  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return new FunctionContextBuilder();
  }
}
