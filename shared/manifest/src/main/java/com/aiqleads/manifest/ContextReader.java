package com.aiqleads.manifest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// `context.yaml` to its record.
final class ContextReader {

  private static final Set<String> KEYS =
      Set.of(
          "purpose",
          "database",
          "tables",
          "buckets",
          "secrets",
          "keys",
          "indices",
          "browser-origins");
  private static final List<String> STAGES = List.of("local", "dev", "staging", "prod");
  private static final int SECRET_BYTES = 32;

  private ContextReader() {}

  static ContextManifest read(String name, String text, List<Problem> problems) {
    String path = "functions/" + name + "/context.yaml";
    ManifestFile.Opened opened = ManifestFile.open(path, text, problems);
    return manifest(name, opened.file(), opened.top());
  }

  private static ContextManifest manifest(String name, ManifestFile file, @Nullable Node node) {
    Section top = Section.of(file, "", node, KEYS);
    return new ContextManifest(
        name,
        top.require("purpose", Words::sentence, ""),
        top.readOrNull("database", Words::name),
        top.sections("tables", Set.of("key", "sort", "ttl"), ContextReader::table),
        top.sections("buckets", Set.of("expires-after"), ContextReader::bucket),
        top.sections("secrets", Set.of("bytes"), ContextReader::secret),
        top.sections("keys", Set.of("type", "usage"), ContextReader::key),
        top.map("indices", Words::name, Words::sentence),
        browserOrigins(top.section("browser-origins", Set.copyOf(STAGES))),
        file.origin());
  }

  private static Map<String, List<String>> browserOrigins(Section stages) {
    Map<String, List<String>> origins = new TreeMap<>();
    for (String stage : STAGES) {
      if (stages.has(stage)) {
        origins.put(stage, stages.list(stage, Words::browserOrigin));
      }
    }
    return origins;
  }

  private static ContextManifest.Table table(Section section) {
    return new ContextManifest.Table(
        section.require("key", Words::name, "?"),
        section.readOrNull("sort", Words::name),
        section.readOrNull("ttl", Words::name));
  }

  private static ContextManifest.Bucket bucket(Section section) {
    return new ContextManifest.Bucket(section.readOrNull("expires-after", Words::span));
  }

  private static ContextManifest.Secret secret(Section section) {
    return new ContextManifest.Secret(section.number("bytes", SECRET_BYTES));
  }

  private static ContextManifest.Key key(Section section) {
    return new ContextManifest.Key(
        section.require("type", oneOf("RSA_2048", "SYMMETRIC_DEFAULT"), "?"),
        section.require("usage", oneOf("SIGN_VERIFY", "ENCRYPT_DECRYPT"), "?"));
  }

  private static Function<String, String> oneOf(String... words) {
    Map<String, String> known = new TreeMap<>();
    for (String word : words) {
      known.put(word, word);
    }
    return text -> {
      if (!known.containsKey(text)) {
        throw new IllegalArgumentException("must be one of " + known.keySet() + ", not " + text);
      }
      return text;
    };
  }
}
