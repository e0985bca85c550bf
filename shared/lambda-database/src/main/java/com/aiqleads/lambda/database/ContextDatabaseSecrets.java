package com.aiqleads.lambda.database;

import com.aiqleads.lambda.Secrets;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The secret `database` of the function's context.
@Secondary
@Singleton
final class ContextDatabaseSecrets implements DatabaseSecrets {

  private static final String NAME = "database";

  private final Secrets secrets;
  private final ObjectMapper json;

  ContextDatabaseSecrets(Secrets secrets, ObjectMapper json) {
    this.secrets = secrets;
    this.json = json;
  }

  @Override
  public DatabaseSecret current() {
    return read(secrets.text(NAME));
  }

  @Override
  public DatabaseSecret fresh() {
    return read(secrets.fresh(NAME));
  }

  private DatabaseSecret read(String text) {
    try {
      return json.readValue(text, DatabaseSecret.class);
    } catch (IOException _) {
      // Without its cause, which may quote the secret.
      throw new UncheckedIOException(new IOException("the secret `database` cannot be read"));
    }
  }
}
