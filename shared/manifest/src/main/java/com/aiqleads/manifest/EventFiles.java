package com.aiqleads.manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Schema, example and record of an event, as paths below the root.
record EventFiles(Path root, String context, EventName event) {

  private static final Pattern SCHEMA = Pattern.compile("v([1-9][0-9]?)\\.schema\\.json");

  /// Every schema there is.
  static List<EventFiles> all(Repository repository) {
    return Manifests.foldersIn(repository.root().resolve("events")).stream()
        .map(Manifests::nameOf)
        .flatMap(context -> ofContext(repository.root(), context))
        .toList();
  }

  private static Stream<EventFiles> ofContext(Path root, String context) {
    return Manifests.foldersIn(root.resolve(folder(context))).stream()
        .flatMap(
            folder ->
                Manifests.filesIn(folder).stream()
                    .map(file -> SCHEMA.matcher(Manifests.nameOf(file)))
                    .filter(Matcher::matches)
                    .map(parts -> Integer.parseInt(parts.group(1)))
                    .map(version -> new EventName(Manifests.nameOf(folder), version))
                    .map(event -> new EventFiles(root, context, event)));
  }

  /// Wherever the event is described, or else where its producer's context should do so.
  static EventFiles of(Repository repository, FunctionManifest producer, EventName event) {
    return all(repository).stream()
        .filter(files -> files.event.equals(event))
        .findFirst()
        .orElseGet(() -> new EventFiles(repository.root(), producer.id().context(), event));
  }

  String schema() {
    return stem() + ".schema.json";
  }

  List<String> missing() {
    String java = folder(context).replace("/resources/", "/java/");
    return Stream.of(schema(), stem() + ".example.json", java + "/" + event.recordName() + ".java")
        .filter(file -> !Files.exists(root.resolve(file)))
        .toList();
  }

  private String stem() {
    return folder(context) + "/" + event.name() + "/v" + event.version();
  }

  private static String folder(String context) {
    return "events/" + context + "/src/main/resources/com/aiqleads/events/" + context;
  }
}
