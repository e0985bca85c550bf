package com.aiqleads.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One mapping of a manifest. What is wrong goes into the problems and reading goes on, so that
/// every mistake of a file is told at once.
final class Section {

  private final ManifestFile file;
  private final String path;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Section(ManifestFile file, String path) {
    this.file = file;
    this.path = path;
  }

  /// A mapping whose keys the author chooses.
  static Section open(ManifestFile file, String path, @Nullable Node node) {
    Section section = new Section(file, path);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(section::keep);
    } else if (node != null) {
      file.report(node, path, "must hold keys and values");
    }
    return section;
  }

  /// A mapping that may hold these keys only.
  static Section of(ManifestFile file, String path, @Nullable Node node, Set<String> known) {
    Section section = open(file, path, node);
    section.values.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            String choices = known.stream().sorted().collect(Collectors.joining(", "));
            file.report(value, section.at(key), "is not a key here; known are " + choices);
          }
        });
    return section;
  }

  private void keep(NodeTuple entry) {
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      file.report(entry.getKeyNode(), path, "must have plain words as keys");
      return;
    }
    file.remember(at(key.getValue()), key);
    if (values.putIfAbsent(key.getValue(), entry.getValueNode()) != null) {
      file.report(key, at(key.getValue()), "is there twice");
    }
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  @Nullable Node node(String key) {
    return values.get(key);
  }

  Section section(String key, Set<String> known) {
    return of(file, at(key), values.get(key), known);
  }

  /// Reads a word, or takes the default where there is none.
  <T> T read(String key, Function<String, T> parse, T absent) {
    return optional(key, Tag.STR, parse).orElse(absent);
  }

  <T> @Nullable T readOrNull(String key, Function<String, T> parse) {
    return optional(key, Tag.STR, parse).orElse(null);
  }

  /// Reads a word that must be there; the placeholder only lets reading go on.
  <T> T require(String key, Function<String, T> parse, T placeholder) {
    if (!has(key)) {
      file.reportMissing(at(key));
    }
    return read(key, parse, placeholder);
  }

  int number(String key, int absent) {
    return optional(key, Tag.INT, Integer::parseInt).orElse(absent);
  }

  boolean flag(String key) {
    return optional(key, Tag.BOOL, Boolean::parseBoolean).orElse(false);
  }

  <T> List<T> list(String key, Function<String, T> parse) {
    Node node = values.get(key);
    List<T> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        scalar(key, item, Tag.STR, parse).ifPresent(read -> addOnce(items, read, key, item));
      }
    } else if (node != null) {
      file.report(node, at(key), "must be a list such as [First, Second]");
    }
    return items;
  }

  private <T> void addOnce(List<T> items, T read, String key, Node item) {
    if (items.contains(read)) {
      file.report(item, at(key), "has " + read + " twice");
    }
    items.add(read);
  }

  /// Reads `{ name: word, … }` under a key.
  <K, V> Map<K, V> map(String key, Function<String, K> parseKey, Function<String, V> parseValue) {
    Map<K, V> map = new LinkedHashMap<>();
    Section inner = open(file, at(key), values.get(key));
    inner.values.forEach(
        (entry, node) ->
            inner
                .parsed(entry, node, entry, parseKey)
                .ifPresent(
                    name ->
                        inner
                            .scalar(entry, node, Tag.STR, parseValue)
                            .ifPresent(value -> map.put(name, value))));
    return map;
  }

  /// Reads `{ name: word, … }` where name and word make one thing together.
  <T> List<T> pairs(String key, BiFunction<String, String, T> parse) {
    List<T> items = new ArrayList<>();
    Section inner = open(file, at(key), values.get(key));
    inner.values.forEach(
        (name, node) ->
            inner
                .scalar(name, node, Tag.STR, word -> parse.apply(name, word))
                .ifPresent(items::add));
    return items;
  }

  /// Reads `{ name: { … }, … }` under a key.
  <V> Map<String, V> sections(String key, Set<String> known, Function<Section, V> parse) {
    Map<String, V> map = new LinkedHashMap<>();
    Section inner = open(file, at(key), values.get(key));
    inner.values.forEach(
        (entry, node) ->
            inner
                .parsed(entry, node, entry, Words::name)
                .ifPresent(name -> map.put(name, parse.apply(inner.section(entry, known)))));
    return map;
  }

  private <T> Optional<T> optional(String key, Tag type, Function<String, T> parse) {
    Node node = values.get(key);
    return node == null ? Optional.empty() : scalar(key, node, type, parse);
  }

  private <T> Optional<T> scalar(String key, Node node, Tag type, Function<String, T> parse) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(type)) {
      return parsed(key, scalar, scalar.getValue(), parse);
    }
    file.report(node, at(key), "must be " + ManifestFile.nameOf(type));
    return Optional.empty();
  }

  private <T> Optional<T> parsed(String key, Node node, String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException e) {
      file.report(node, at(key), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
