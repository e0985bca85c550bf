package com.aiqleads.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The pages `docs/flows/<context>.md`, one picture and its tables per context.
public final class Flows {

  public static final String COMMAND = "./mvnw -q -pl shared/manifest compile exec:java@flows";

  private static final String FOLDER = "docs/flows";

  private Flows() {}

  /// Writes all pages of the checkout in the first argument and deletes those of no context.
  public static void main(String... arguments) {
    Repository repository = Manifests.read(Path.of(arguments[0]));
    Path folder = repository.root().resolve(FOLDER);
    SortedMap<String, String> pages = pages(repository);
    try {
      Files.createDirectories(folder);
      for (Path page : Manifests.filesIn(folder)) {
        Files.delete(page);
      }
      for (String name : pages.keySet()) {
        Files.writeString(folder.resolve(name), pages.get(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  /// File name to text.
  static SortedMap<String, String> pages(Repository repository) {
    SortedMap<String, String> pages = new TreeMap<>();
    for (ContextManifest context : repository.contexts()) {
      pages.put(context.name() + ".md", new FlowPage(repository, context).text());
    }
    return pages;
  }

  /// What is written differs from what the manifests say; empty if all is fresh.
  public static List<Problem> stale(Repository repository) {
    SortedMap<String, String> fresh = pages(repository);
    SortedMap<String, String> written = new TreeMap<>();
    for (Path page : Manifests.filesIn(repository.root().resolve(FOLDER))) {
      written.put(Manifests.nameOf(page), ManifestFile.textOf(page));
    }
    SortedMap<String, String> all = new TreeMap<>(written);
    all.putAll(fresh);
    return all.keySet().stream()
        .filter(name -> !fresh.getOrDefault(name, "").equals(written.get(name)))
        .map(name -> new Problem(FOLDER + "/" + name, 1, "", "is stale; run " + COMMAND))
        .toList();
  }
}
