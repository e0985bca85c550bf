package com.aiqleads.infra;

import com.aiqleads.manifest.Manifests;
import com.aiqleads.manifest.Repository;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/// The templates of one stage, made once for all tests: Node takes its seconds to start. They are
/// made of a context for tests, see [CdkJsonTest] for the real one.
record Synthesized(Product product, Map<String, JsonNode> templates) {

  static final ObjectMapper JSON = new ObjectMapper();
  static final Path ROOT = Path.of(System.getProperty("repository.root"));
  /// Not cdk.json: whoever deploys writes an account, a domain and sizes into that.
  static final Path SETTINGS = ROOT.resolve("infra-cdk/src/test/resources/cdk.json");

  static final Path STAND_IN = ROOT.resolve("infra-cdk/src/test/resources/stand-in");
  static final Repository REPOSITORY = Manifests.read(ROOT);
  static final List<String> STAGES = List.of("dev", "staging", "prod");

  private static final Map<String, Synthesized> MADE = new ConcurrentHashMap<>();

  /// A resource of a template.
  record Resource(String stack, String id, JsonNode properties) {

    String text(String path) {
      return properties.at(path).asText();
    }

    /// What a reference in this stack refers to, by its logical id.
    String referred(String path) {
      JsonNode reference = properties.at(path);
      JsonNode attribute = reference.path("Fn::GetAtt");
      return attribute.isArray() ? attribute.get(0).asText() : reference.path("Ref").asText();
    }
  }

  static Synthesized of(String stage) {
    return MADE.computeIfAbsent(stage, Synthesized::make);
  }

  /// The stage on which a test looks when all stages are alike.
  static Synthesized any() {
    return of("prod");
  }

  private static Synthesized make(String stage) {
    return of(stage, context());
  }

  static Synthesized of(String stage, Map<String, Object> settings) {
    Map<String, Object> context = new LinkedHashMap<>(settings);
    context.put("stage", stage);
    App app = new App(AppProps.builder().context(context).build());
    Product product = Main.synthesize(app, REPOSITORY, Artefacts.standIn(STAND_IN));
    Map<String, JsonNode> templates = new LinkedHashMap<>();
    for (Stack stack : product.stacks()) {
      templates.put(stack.getNode().getId(), JSON.valueToTree(Template.fromStack(stack).toJSON()));
    }
    return new Synthesized(product, templates);
  }

  static Map<String, Object> context() {
    return context(SETTINGS);
  }

  static Map<String, Object> context(Path file) {
    try {
      return JSON.convertValue(
          JSON.readTree(file.toFile()).path("context"), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static Stage settings(String stage) {
    return Stage.read(
        stage, new Settings("stages", Objects.requireNonNull(context().get("stages"))));
  }

  JsonNode template(String stack) {
    return Objects.requireNonNull(templates.get(stack), stack);
  }

  Stage stage() {
    return product.stage();
  }

  List<Resource> all(String type) {
    List<Resource> all = new ArrayList<>();
    templates.forEach(
        (stack, template) ->
            template
                .path("Resources")
                .properties()
                .forEach(
                    entry -> {
                      if (entry.getValue().path("Type").asText().equals(type)) {
                        JsonNode properties = entry.getValue().path("Properties");
                        all.add(new Resource(stack, entry.getKey(), properties));
                      }
                    }));
    return all;
  }

  /// What becomes of all resources of a type when they leave their stack.
  Set<String> deletionPolicies(String type) {
    return templates.values().stream()
        .flatMap(template -> template.path("Resources").valueStream())
        .filter(resource -> resource.path("Type").asText().equals(type))
        .map(resource -> resource.path("DeletionPolicy").asText("Delete"))
        .collect(Collectors.toSet());
  }

  /// The one resource of a type with this in one of its properties.
  Resource one(String type, String path, String value) {
    List<Resource> found = all(type).stream().filter(it -> it.text(path).equals(value)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " " + type + " with " + path + " = " + value);
    }
    return found.getFirst();
  }

  Resource byId(String stack, String type, String id) {
    return all(type).stream()
        .filter(it -> it.stack().equals(stack) && it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " " + id + " is not in " + stack));
  }

  static Stream<JsonNode> each(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    if (array.isArray()) {
      array.forEach(items::add);
    } else if (!array.isMissingNode()) {
      items.add(array);
    }
    return items.stream();
  }
}
