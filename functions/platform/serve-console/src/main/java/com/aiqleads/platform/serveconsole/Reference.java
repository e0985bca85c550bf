package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The HTTP API as the product's own OpenAPI document describes it.
public record Reference(List<Operation> operations) {

  public record Operation(
      String method,
      String path,
      String summary,
      @Nullable String description,
      String access,
      List<Parameter> parameters,
      List<Answer> answers) {

    public Operation {
      parameters = List.copyOf(parameters);
      answers = List.copyOf(answers);
    }
  }

  public record Parameter(String name, String in, String type, String description) {}

  public record Answer(String status, String description) {}

  public Reference {
    operations = List.copyOf(operations);
  }
}
