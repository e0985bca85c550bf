package com.aiqleads.lambda.database;

import com.aiqleads.lambda.FunctionIdentity;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/// One or two connections: an invocation uses one at a time, and there may be many environments.
@Factory
final class DatabaseFactory {

  private static final int MAX_CONNECTIONS = 2;
  private static final Duration WAIT = Duration.ofSeconds(6);
  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /// Named as Micronaut Data looks for it.
  @Singleton
  @Named("default")
  @Bean(preDestroy = "close")
  HikariDataSource dataSource(
      DatabaseSecrets secrets,
      FunctionIdentity function,
      Cluster cluster,
      @Value("${aiqleads.database.host:}") String proxy) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(function.id());
    config.setDataSource(new RotatingDataSource(secrets, function.id(), proxy, cluster));
    config.setMaximumPoolSize(MAX_CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(WAIT.toMillis());
    config.setIdleTimeout(IDLE.toMillis());
    config.setMaxLifetime(LIFETIME.toMillis());
    // A function may start before its database answers; the first event then waits or fails.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
