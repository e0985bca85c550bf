package com.aiqleads.platform.raisealert;

import com.aiqleads.lambda.FunctionContextBuilder;
import com.aiqleads.lambda.Handling;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Invoked by the topic of the alarms, or by a rule of EventBridge. Throwing means: invoked again.
public final class RaiseAlertHandler
    extends MicronautRequestHandler<Map<String, Object>, @Nullable Void> {

  @Inject AlarmMessages messages;
  @Inject RaiseAlert raiseAlert;
  @Inject Handling handling;

  public RaiseAlertHandler() {}

  RaiseAlertHandler(ApplicationContext context) {
    super(context);
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
