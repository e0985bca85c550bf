package com.aiqleads.platform.migratedatabase;

import com.aiqleads.lambda.FunctionContextBuilder;
import com.aiqleads.lambda.Payloads;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.core.type.Argument;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/// Invoked by a deployment, with any input; or by an operator, who names an `admin` to be.
public final class MigrateDatabaseHandler
    extends MicronautRequestHandler<Map<String, Object>, MigrationReport>
    implements RequestStreamHandler {

  private static final Argument<Map<String, Object>> INPUT =
      Argument.mapOf(String.class, Object.class);

  private static final String ADMIN = "admin";

  @Inject MigrateDatabase migrateDatabase;
  @Inject MakeAdmin makeAdmin;
  @Inject Payloads payloads;

  public MigrateDatabaseHandler() {}

  public MigrateDatabaseHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    payloads.handle(input, output, INPUT, given -> handleRequest(given, context));
  }

  @Override
  public MigrationReport execute(Map<String, Object> input) {
    return input.get(ADMIN) instanceof String email
        ? new MigrationReport(Map.of(), makeAdmin.make(email).text())
        : migrateDatabase.run();
  }

  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return new FunctionContextBuilder();
  }
}
