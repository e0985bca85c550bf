package com.aiqleads.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.function.aws.DefaultDiagnosticInfoPopulator;
import io.micronaut.function.aws.DiagnosticInfoPopulator;
import jakarta.inject.Singleton;
import org.slf4j.MDC;

/// Puts the invocation's id into every log line. The framework would put five more facts there that
/// never change, or change before they are written.
@Singleton
@Replaces(DefaultDiagnosticInfoPopulator.class)
final class RequestIdLogging implements DiagnosticInfoPopulator {

  @Override
  public void populateMappingDiagnosticContextValues(Context context) {
    MDC.put("requestId", String.valueOf(context.getAwsRequestId()));
  }

  @Override
  public void populateMappingDiagnosticContextWithXrayTraceId() {
    // The W3C trace context stands in the messages.
  }
}
