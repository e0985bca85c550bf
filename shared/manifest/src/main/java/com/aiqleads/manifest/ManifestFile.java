package com.aiqleads.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A YAML file being read: plain values only, every problem kept with its line.
final class ManifestFile {

  private final String name;
  private final List<Problem> problems;
  private final Map<String, Integer> lines = new HashMap<>();
  private boolean readable;

  private ManifestFile(String name, List<Problem> problems) {
    this.name = name;
    this.problems = problems;
  }

  /// The text is read into its top-level keys; what is wrong is added to the problems.
  static Opened open(String name, String text, List<Problem> problems) {
    ManifestFile file = new ManifestFile(name, problems);
    return new Opened(file, file.compose(text).orElse(null));
  }

  record Opened(ManifestFile file, @Nullable Node top) {}

  static String textOf(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private Optional<Node> compose(String text) {
    try {
      Optional<Node> node = new Compose(LoadSettings.builder().build()).composeString(text);
      if (node.isEmpty()) {
        problems.add(new Problem(name, 1, "", "is empty"));
      }
      node.ifPresent(this::refuseMagic);
      readable = node.isPresent();
      return node;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(new Problem(name, line, "", "is not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new Problem(name, 1, "", "is not YAML: " + e.getMessage()));
    }
    return Optional.empty();
  }

  /// No anchors, own tags or expressions: what a reader sees is what is meant.
  private void refuseMagic(Node node) {
    if (node.getAnchor().isPresent()) {
      report(node, "", "must not use anchors");
      return;
    }
    switch (node) {
      case ScalarNode scalar when scalar.getValue().contains("${") ->
          report(node, "", "must not use expressions: " + scalar.getValue());
      case SequenceNode sequence -> sequence.getValue().forEach(this::refuseMagic);
      case MappingNode mapping ->
          mapping
              .getValue()
              .forEach(
                  entry -> {
                    refuseMagic(entry.getKeyNode());
                    refuseMagic(entry.getValueNode());
                  });
      default -> {}
    }
  }

  void remember(String key, Node node) {
    lines.putIfAbsent(key, lineOf(node));
  }

  void report(Node node, String key, String text) {
    problems.add(new Problem(name, lineOf(node), key, text));
  }

  void reportMissing(String key) {
    if (readable) {
      problems.add(new Problem(name, 1, key, "is missing"));
    }
  }

  Origin origin() {
    return new Origin(name, lines);
  }

  static String nameOf(Tag type) {
    if (type.equals(Tag.INT)) {
      return "a whole number";
    }
    return type.equals(Tag.BOOL) ? "true or false" : "a text";
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
