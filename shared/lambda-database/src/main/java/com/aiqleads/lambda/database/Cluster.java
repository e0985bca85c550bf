package com.aiqleads.lambda.database;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// The database itself, without a proxy in front. Where its authorities are named, nobody else is
/// taken for it: they must have signed its certificate, and for the host that was asked for.
@Singleton
public final class Cluster {

  private final String authorities;

  /// @param authorities a file of the class path; empty where nobody can come between, on a laptop
  Cluster(@Value("${aiqleads.database.authorities:}") String authorities) {
    this.authorities = authorities;
  }

  /// Opens a connection of its own each time.
  public DataSource as(DatabaseSecret role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {role.host()});
    source.setPortNumbers(new int[] {role.port()});
    source.setDatabaseName(role.database());
    source.setUser(role.username());
    source.setPassword(role.password());
    check(source);
    return source;
  }

  void check(PGSimpleDataSource source) {
    if (!authorities.isEmpty()) {
      source.setSslMode("verify-full");
      source.setSslfactory(RdsAuthorities.class.getName());
      source.setSslFactoryArg(authorities);
    }
  }
}
