package com.aiqleads.platform.migratedatabase;

import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.database.DatabaseSecret;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// The secrets of all roles: only this function may read them.
@Singleton
final class RoleSecrets {

  private final SecretsManagerClient client;
  private final Names names;
  private final ObjectMapper json;

  RoleSecrets(SecretsManagerClient client, Names names, ObjectMapper json) {
    this.client = client;
    this.names = names;
    this.json = json;
  }

  DatabaseSecret administrator() {
    return read(names.secret("database-admin"));
  }

  DatabaseSecret of(String context) {
    return read(names.of(context).secret("database"));
  }

  String relayPassword() {
    return text(names.secret("relay-password"));
  }

  private DatabaseSecret read(String secret) {
    try {
      return json.readValue(text(secret), DatabaseSecret.class);
    } catch (IOException _) {
      // Without its cause, which may quote the secret.
      throw new UncheckedIOException(new IOException("the secret cannot be read: " + secret));
    }
  }

  private String text(String secret) {
    return client.getSecretValue(call -> call.secretId(secret)).secretString();
  }
}
