package com.aiqleads.platform.migratedatabase;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;

/// The contexts that have a schema.
@ConfigurationProperties("aiqleads")
record MigrationSettings(List<String> contexts) {

  // Not compact: the framework does not see the names of a compact constructor's parameters.
  MigrationSettings(List<String> contexts) {
    this.contexts = List.copyOf(contexts);
    contexts.forEach(MigrationSettings::checkName);
  }

  private static void checkName(String context) {
    if (!context.matches("[a-z][a-z_]{0,40}")) {
      throw new IllegalArgumentException("aiqleads.contexts has no name for a schema: " + context);
    }
  }
}
