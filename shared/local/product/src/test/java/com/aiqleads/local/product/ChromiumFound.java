package com.aiqleads.local.product;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips the browser's tests, and says so, where no Chromium is installed.
final class ChromiumFound implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Chromium.executable()
        .map(path -> ConditionEvaluationResult.enabled("found " + path))
        .orElseGet(ChromiumFound::skip);
  }

  private static ConditionEvaluationResult skip() {
    String why = "Browser tests skipped: no Chromium found; install one or set CHROMIUM to it.";
    System.err.println(why);
    return ConditionEvaluationResult.disabled(why);
  }
}
