package com.aiqleads.platform.migratedatabase;

import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.database.Cluster;
import com.aiqleads.lambda.database.DatabaseSecret;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// The secrets of all roles: only this function may read them.
@Singleton
final class RoleSecrets {

  private final SecretsManagerClient client;
  private final Names names;
  private final ObjectMapper json;
  private final Cluster cluster;

  RoleSecrets(SecretsManagerClient client, Names names, ObjectMapper json, Cluster cluster) {
    this.client = client;
    this.names = names;
    this.json = json;
    this.cluster = cluster;
  }

  DataSource asAdministrator() {
    return cluster.as(read(names.secret("database-admin")));
  }

  DatabaseSecret of(String context) {
    return read(names.of(context).secret("database"));
  }

  /// Of all of them, before anything is changed for one: the secret of a context that is new is
  /// made by a stack that is deployed first.
  Map<String, DatabaseSecret> of(List<String> contexts) {
    Map<String, DatabaseSecret> found = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String context : contexts) {
      try {
        found.put(context, of(context));
      } catch (ResourceNotFoundException _) {
        missing.add(names.of(context).secret("database"));
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "nothing was migrated: no secret %s: deploy the stack data first"
              .formatted(String.join(", ", missing)));
    }
    return found;
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
