package com.aiqleads.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Texts of this repository, and what stands in them.
final class Documents {

  private static final int MAX_DEPTH = 20;

  private Documents() {}

  static String text(String path) {
    return text(Repository.ROOT.resolve(path));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /// YAML, and JSON, which is YAML too.
  @SuppressWarnings("unchecked") // a mapping has texts as keys, or the test fails at once
  static Map<String, Object> parsed(Path file) {
    return (Map<String, Object>)
        new Load(LoadSettings.builder().build()).loadFromString(text(file));
  }

  /// Files below a folder, by how their names end.
  static List<Path> files(String folder, String ending) {
    try (Stream<Path> files =
        Files.find(
            Repository.ROOT.resolve(folder),
            MAX_DEPTH,
            (path, attributes) ->
                attributes.isRegularFile()
                    && path.toString().endsWith(ending)
                    && !path.toString().contains("/target/"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot walk " + folder, e);
    }
  }

  /// The first group of every match.
  static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().map(Documents::group).forEach(found::add);
    return found;
  }

  private static String group(MatchResult match) {
    return match.groupCount() == 0 ? match.group() : match.group(1);
  }
}
