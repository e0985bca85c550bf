package com.aiqleads.local.services;

/// Where PostgreSQL listens, and its administrator, who may create roles and schemas.
public record PostgresAddress(
    String host, int port, String database, String username, String password) {

  public String jdbcUrl() {
    return jdbcUrl(database);
  }

  public String jdbcUrl(String otherDatabase) {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, otherDatabase);
  }

  @Override
  public String toString() {
    return "%s as %s".formatted(jdbcUrl(), username);
  }
}
