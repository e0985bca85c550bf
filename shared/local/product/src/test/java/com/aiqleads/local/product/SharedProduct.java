package com.aiqleads.local.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/// One running product for all tests of this module, started by the first that asks.
final class SharedProduct implements BeforeAllCallback {

  static final String BUYER = "buyer@aiqleads.example";
  static final String ADMIN = "admin@aiqleads.example";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int ENOUGH_LEADS = 60;

  private Started started = new Started(Path.of("target"));

  @Override
  public void beforeAll(ExtensionContext context) {
    started =
        (Started)
            context
                .getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Started.class, _ -> Started.now());
  }
