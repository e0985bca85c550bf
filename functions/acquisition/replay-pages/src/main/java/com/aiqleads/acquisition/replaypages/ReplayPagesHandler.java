package com.aiqleads.acquisition.replaypages;

import com.aiqleads.lambda.FunctionContextBuilder;
import com.aiqleads.lambda.Payloads;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.core.type.Argument;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Invoked by an operator.
public final class ReplayPagesHandler extends MicronautRequestHandler<ReplayRequest, ReplayView>
    implements RequestStreamHandler {

  private static final Argument<ReplayRequest> INPUT = Argument.of(ReplayRequest.class);

  @Inject ReplayPages replayPages;
  @Inject Payloads payloads;

  public ReplayPagesHandler() {}

  public ReplayPagesHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    payloads.handle(input, output, INPUT, asked -> handleRequest(asked, context));
  }

  @Override
  public ReplayView execute(ReplayRequest asked) {
    return replayPages.run(asked);
  }

  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return new FunctionContextBuilder();
  }
}
