package com.aiqleads.openapi;

import com.aiqleads.manifest.Route;
import com.aiqleads.manifest.RouteAccess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Merges the functions' documents. Shapes come from the code; which routes there are and who may
/// call them comes from the manifests, so that neither can say what the other does not.
final class ApiDocument {

  static final String SECURITY_SCHEME = "token";

  private static final Pattern GENERATED = Pattern.compile("\\w+ \\d+ response");
  private static final Map<String, String> SUCCESSES =
      Map.of("201", "Created.", "202", "Accepted.", "204", "Done, with nothing to say.");

  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode kernel;
  private final ObjectNode document;
  private final ObjectNode paths;
  private final ObjectNode schemas;
  private final Set<String> operationIds = new HashSet<>();

  private ApiDocument(ObjectNode frame, JsonNode kernel) {
    this.kernel = kernel;
    this.document = frame;
    this.paths = frame.withObject("/paths");
    this.schemas = frame.withObject("/components/schemas");
  }

  /// The kernel's types have their own JSON, which the compiler cannot see; where one is used, its
  /// shape comes from `kernel`.
  static ObjectNode merge(JsonNode frame, JsonNode kernel, List<DescribedFunction> functions) {
    ApiDocument merged = new ApiDocument(frame.deepCopy(), kernel);
    functions.forEach(merged::add);
    return merged.document;
  }

  private void add(DescribedFunction function) {
    Set<String> declared =
        function.manifest().routes().stream().map(Route::key).collect(Collectors.toSet());
    for (String described : function.describedRoutes()) {
      require(
          declared.contains(described),
          function.manifest().id()
              + " answers "
              + described
              + ", which its manifest does not declare");
    }
    function.manifest().routes().forEach(route -> add(function, route));
    function
        .document()
        .path("components")
        .path("schemas")
        .properties()
        .forEach(schema -> addSchema(schema.getKey(), schema.getValue()));
  }

  private void add(DescribedFunction function, Route route) {
    ObjectNode operation =
        function
            .operation(route)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        function.manifest().id()
                            + " declares "
                            + route.key()
                            + ", which none of its controllers answers"))
            .deepCopy();
    String id = operation.path("operationId").asText();
    require(operationIds.add(id), "two operations are called " + id + ": rename a method");
    operation.set("security", security(route.access()));
    operation.path("responses").properties().forEach(ApiDocument::describe);
    operation.withObject("/responses").set("default", reference("responses", "Problem"));
    paths
        .withObject("/" + escape(route.path()))
        .set(route.method().toLowerCase(Locale.ROOT), operation);
  }

  /// The compiler's own words are no help: `search 200 response`.
  private static void describe(Map.Entry<String, JsonNode> response) {
    if (GENERATED.matcher(response.getValue().path("description").asText()).matches()) {
      String words = SUCCESSES.getOrDefault(response.getKey(), "Done.");
      ((ObjectNode) response.getValue()).put("description", words);
    }
  }

  private void addSchema(String name, JsonNode schema) {
    JsonNode cleaned = kernel.has(name) ? kernel.get(name) : withoutNull(schema);
    JsonNode before = schemas.get(name);
    require(before == null || before.equals(cleaned), "two different schemas are called " + name);
    schemas.set(name, cleaned);
  }

  /// What is absent is left out of our JSON, never `null`; the records behind requests say
  /// `@Nullable` so that they can name what is missing.
  private static JsonNode withoutNull(JsonNode schema) {
    ObjectNode cleaned = schema.deepCopy();
    cleaned.path("properties").forEach(property -> ((ObjectNode) property).remove("nullable"));
    return cleaned;
  }

  private static ArrayNode security(RouteAccess access) {
    ArrayNode requirements = JSON.createArrayNode();
    switch (access) {
      case RouteAccess.Public _ -> {}
      case RouteAccess.SignedIn _ -> requirements.addObject().putArray(SECURITY_SCHEME);
      case RouteAccess.Scope scope ->
          requirements.addObject().putArray(SECURITY_SCHEME).add(scope.text());
      case RouteAccess.Session _ ->
          throw new IllegalStateException("pages are not part of this document");
    }
    return requirements;
  }

  private static ObjectNode reference(String kind, String name) {
    return JSON.createObjectNode().put("$ref", "#/components/" + kind + "/" + name);
  }

  /// A path as one step of a JSON pointer.
  private static String escape(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
