package com.aiqleads.lambda.database;

import io.micronaut.serde.annotation.Serdeable;

/// Where the database is and how a role signs in to it.
@Serdeable
public record DatabaseSecret(
    String host, int port, String database, String username, String password) {

  @Override
  public String toString() {
    return username + "@" + host + ":" + port + "/" + database;
  }
}
