package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Reference.Answer;
import com.aiqleads.platform.serveconsole.Reference.Operation;
import com.aiqleads.platform.serveconsole.Reference.Parameter;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The OpenAPI document that the build merges from the functions' controllers and manifests.
@Singleton
final class ApiDescription {

  private static final String DOCUMENT = "/openapi/openapi.json";
  private static final String SECURITY_SCHEME = "token";

  private final byte[] document;
  private final Reference reference;

  ApiDescription(ObjectMapper mapper) {
    try (InputStream content =
        Objects.requireNonNull(ApiDescription.class.getResourceAsStream(DOCUMENT))) {
      this.document = content.readAllBytes();
      this.reference = reference(mapper.readValue(document, JsonNode.class));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + DOCUMENT, e);
    }
  }

  byte[] document() {
    return document.clone();
  }

  Reference reference() {
    return reference;
  }

  private static Reference reference(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : Json.fields(document, "paths")) {
      for (Map.Entry<String, JsonNode> method : Json.fields(path.getValue())) {
        operations.add(operation(method.getKey(), path.getKey(), method.getValue()));
      }
    }
    return new Reference(operations);
  }

  private static Operation operation(String method, String path, JsonNode operation) {
    String description = Json.text(operation, "description");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        Json.text(operation, "summary"),
        description.isEmpty() ? null : description,
        access(operation),
        Json.list(operation, "parameters").stream().map(ApiDescription::parameter).toList(),
        Json.fields(operation, "responses").stream()
            .map(answer -> answer(answer.getKey(), answer.getValue()))
            .toList());
  }

  private static Parameter parameter(JsonNode parameter) {
    return new Parameter(
        Json.text(parameter, "name"),
        Json.text(parameter, "in"),
        Json.text(parameter, "schema", "type"),
        Json.text(parameter, "description"));
  }

  private static Answer answer(String status, JsonNode answer) {
    boolean isProblem = status.equals("default");
    return new Answer(
        isProblem ? "otherwise" : status,
        isProblem ? "problem+json that says what is wrong" : Json.text(answer, "description"));
  }

  private static String access(JsonNode operation) {
    List<JsonNode> requirements = Json.list(operation, "security");
    if (requirements.isEmpty()) {
      return "everybody";
    }
    List<JsonNode> scopes = Json.list(requirements.getFirst(), SECURITY_SCHEME);
    return scopes.isEmpty()
        ? "everybody who is signed in"
        : "the scope " + scopes.getFirst().getStringValue();
  }
}
