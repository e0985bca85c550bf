package com.aiqleads.platform.relayevents;

import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.database.DatabaseSecret;
import com.aiqleads.lambda.database.DatabaseSecrets;
import io.micronaut.context.annotation.Primary;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Signs in as `relay`, the one role that may touch every outbox and nothing else.
@Primary
@Singleton
final class RelaySecrets implements DatabaseSecrets {

  private static final String ROLE = "relay";

  private final Secrets secrets;
  private final ObjectMapper json;

  RelaySecrets(Secrets secrets, ObjectMapper json) {
    this.secrets = secrets;
    this.json = json;
  }

  @Override
  public DatabaseSecret current() {
    return relay(secrets.text("database"), secrets.text("relay-password"));
  }

  @Override
  public DatabaseSecret fresh() {
    return relay(secrets.fresh("database"), secrets.fresh("relay-password"));
  }

  private DatabaseSecret relay(String address, String password) {
    try {
      DatabaseSecret where = json.readValue(address, DatabaseSecret.class);
      return new DatabaseSecret(where.host(), where.port(), where.database(), ROLE, password);
    } catch (IOException _) {
      // Without its cause, which may quote the secret.
      throw new UncheckedIOException(new IOException("the secret `database` cannot be read"));
    }
  }
}
