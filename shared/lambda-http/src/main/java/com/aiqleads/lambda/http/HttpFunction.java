package com.aiqleads.lambda.http;

import com.aiqleads.lambda.FunctionContextBuilder;
import com.aiqleads.lambda.Payloads;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.core.type.Argument;
import io.micronaut.function.aws.HandlerUtils;
import io.micronaut.function.executor.FunctionInitializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A function behind the HTTP API. Its work is in its controllers; its handler is an empty
/// subclass.
public abstract class HttpFunction extends FunctionInitializer
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>,
        RequestStreamHandler {

  private static final Argument<APIGatewayV2HTTPEvent> INPUT =
      Argument.of(APIGatewayV2HTTPEvent.class);

  private final Exchanges exchanges;
  private final Payloads payloads;

  @SuppressWarnings("unused") // held for the context of hooks, which holds it weakly
  private final Priming priming;

  protected HttpFunction() {
    this.exchanges = applicationContext.getBean(Exchanges.class);
    this.payloads = applicationContext.getBean(Payloads.class);
    this.priming = Priming.registered(applicationContext);
  }

  protected HttpFunction(ApplicationContext context) {
    super(context.isRunning() ? context : context.start());
    this.exchanges = context.getBean(Exchanges.class);
    this.payloads = context.getBean(Payloads.class);
    this.priming = Priming.registered(context);
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    payloads.handle(input, output, INPUT, request -> handleRequest(request, context));
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
