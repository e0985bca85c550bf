package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Secrets Manager, as far as functions and people read it.
final class Secrets extends JsonService {

  private final SecretValues values;

  Secrets(SecretValues values) {
    this.values = values;
  }

  @Override
  JsonNode call(String action, JsonNode request) {
    return switch (action) {
      case "GetSecretValue" -> value(request);
      case "DescribeSecret" -> described(name(request));
      case "ListSecrets" -> list();
      default -> throw AwsError.unsupported("Secrets Manager " + action);
    };
  }

  private ObjectNode value(JsonNode request) {
    String name = name(request);
    return Json.object()
        .put("ARN", arn(name))
        .put("Name", name)
        .put("SecretString", values.get(name).orElseThrow(Secrets::missing))
        .put("VersionId", version(name))
        .set("VersionStages", Json.array().add("AWSCURRENT"));
  }

  private ObjectNode described(String name) {
    if (values.get(name).isEmpty()) {
      throw missing();
    }
    return Json.object().put("ARN", arn(name)).put("Name", name);
  }

  private ObjectNode list() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("SecretList");
    values.names().forEach(name -> list.add(described(name)));
    return answer;
  }

  private static String name(JsonNode request) {
    String id = request.path("SecretId").asText();
    int at = id.indexOf(":secret:");
    return at < 0 ? id : id.substring(at + ":secret:".length());
  }

  private static String arn(String name) {
    return "arn:aws:secretsmanager:us-east-1:000000000000:secret:" + name;
  }

  private static String version(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static AwsError missing() {
    return new AwsError(
        400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  }
}
