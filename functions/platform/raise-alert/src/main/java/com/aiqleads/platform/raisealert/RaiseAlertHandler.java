package com.aiqleads.platform.raisealert;

import com.aiqleads.lambda.FunctionContextBuilder;
import com.aiqleads.lambda.Handling;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Invoked by the topic of the alarms, by a rule of EventBridge, or with AlertRaised of a queue.
/// Throwing means: invoked again, with all that came; who was told is not told twice.
public final class RaiseAlertHandler
    extends MicronautRequestHandler<Map<String, Object>, @Nullable Void>
    implements RequestStreamHandler {

  private static final Argument<Map<String, Object>> INPUT =
      Argument.mapOf(String.class, Object.class);

  @Inject AlarmMessages messages;
  @Inject RaiseAlert raiseAlert;
  @Inject Handling handling;
  @Inject Payloads payloads;

  public RaiseAlertHandler() {}

  RaiseAlertHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    payloads.handle(input, output, INPUT, told -> handleRequest(told, context));
  }

  @Override
  public @Nullable Void execute(Map<String, Object> input) {
    try {
      messages.read(input).forEach(raiseAlert::raise);
      return null;
    } finally {
      handling.end();
    }
  }

  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return new FunctionContextBuilder();
  }
}
