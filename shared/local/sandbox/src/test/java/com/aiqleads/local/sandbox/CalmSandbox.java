package com.aiqleads.local.sandbox;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A sandbox of the usual homes in which nothing goes wrong by itself.
final class CalmSandbox implements AfterAllCallback {

  private final Sandbox sandbox = Sandbox.start(0, Sandbox.DEFAULT_SEED, Sandbox.DEFAULT_HOMES);
  private final Visitor visitor = Visitor.of(sandbox);

  CalmSandbox() {
    visitor.turn(Fault.SCHEDULE, false);
  }

  Visitor visitor() {
    return visitor;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    sandbox.close();
  }
}
