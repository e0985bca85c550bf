package com.aiqleads.platform.migratedatabase;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many migrations each context's schema has got now; or who is an admin now.
@Serdeable
record MigrationReport(Map<String, Integer> applied, @Nullable String admin) {

  MigrationReport {
    applied = Map.copyOf(applied);
  }
}
