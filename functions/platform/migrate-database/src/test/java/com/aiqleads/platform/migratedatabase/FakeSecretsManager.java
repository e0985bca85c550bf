package com.aiqleads.platform.migratedatabase;

import com.aiqleads.lambda.database.DatabaseSecret;
import com.aiqleads.testkit.PostgresService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// The secrets of the roles of one real database.
final class FakeSecretsManager implements SecretsManagerClient {

  private final Map<String, String> passwords = new HashMap<>();
  private final PostgresService postgres;
  private final Set<String> missing = new HashSet<>();
  private Optional<String> spoiled = Optional.empty();

  FakeSecretsManager(PostgresService postgres) {
    this.postgres = postgres;
  }

  void rotate(String role, String password) {
    passwords.put(role, password);
  }

  /// As before the stack that makes its secret.
  void forget(String context) {
    missing.add(context);
  }

  /// From now on every secret is this.
  void spoil(String text) {
    spoiled = Optional.of(text);
  }

  String passwordOf(String role) {
    return passwords.getOrDefault(role, "password-of-" + role);
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    String[] path = request.secretId().split("/");
    if (path[3].equals("database") && missing.contains(path[2])) {
      throw ResourceNotFoundException.builder().message("no such secret").build();
    }
    String value =
        switch (path[3]) {
          case "database-admin" -> administrator();
          case "relay-password" -> passwordOf("relay");
          default -> json(path[2], passwordOf(path[2]));
        };
    return GetSecretValueResponse.builder().secretString(spoiled.orElse(value)).build();
  }

  @Override
  public String serviceName() {
    return "secretsmanager";
  }

  @Override
  public void close() {
    passwords.clear();
  }

  DatabaseSecret administratorSecret() {
    PGSimpleDataSource source = (PGSimpleDataSource) postgres.administrator();
    try (Connection connection = source.getConnection()) {
      return new DatabaseSecret(
          postgres.host(),
          postgres.port(),
          postgres.databaseName(),
          connection.getMetaData().getUserName(),
          String.valueOf(source.getPassword()));
    } catch (SQLException e) {
      throw new IllegalStateException("the administrator cannot sign in", e);
    }
  }

  private String administrator() {
    DatabaseSecret administrator = administratorSecret();
    return json(administrator.username(), administrator.password());
  }

  private String json(String user, String password) {
    return """
        {"host":"%s","port":%d,"database":"%s","username":"%s","password":"%s"}"""
        .formatted(postgres.host(), postgres.port(), postgres.databaseName(), user, password);
  }
}
