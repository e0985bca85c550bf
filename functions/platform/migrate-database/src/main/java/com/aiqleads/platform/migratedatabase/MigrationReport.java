package com.aiqleads.platform.migratedatabase;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/// How many migrations each context's schema has got now.
@Serdeable
record MigrationReport(Map<String, Integer> applied) {

  MigrationReport {
    applied = Map.copyOf(applied);
  }
}
