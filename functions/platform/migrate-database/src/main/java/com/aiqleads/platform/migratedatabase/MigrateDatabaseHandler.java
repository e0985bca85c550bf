package com.aiqleads.platform.migratedatabase;

import com.aiqleads.lambda.FunctionContextBuilder;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/// Invoked by a deployment, with any input.
public final class MigrateDatabaseHandler
    extends MicronautRequestHandler<Map<String, Object>, MigrationReport> {

  @Inject MigrateDatabase migrateDatabase;

  public MigrateDatabaseHandler() {}

  public MigrateDatabaseHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public MigrationReport execute(Map<String, Object> ignored) {
    return migrateDatabase.run();
  }

  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return new FunctionContextBuilder();
  }
}
