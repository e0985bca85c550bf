package com.aiqleads.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The scripts db/<context>/V<number>__<name>.sql on the class path, in the order of their numbers.
record Migrations(String context, ClassLoader loader) {
  Migrations(String context) {
    this(context, Migrations.class.getClassLoader());
  }

  List<String> scripts() {
    try {
      return read();
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException("cannot read db/" + context, unreadable);
    }
  }

  private List<String> read() throws IOException, URISyntaxException {
    List<Script> scripts = new ArrayList<>();
    var folders = loader.getResources("db/" + context);
    for (URL folder : Collections.list(folders)) {
      scripts.addAll(scriptsIn(folder.toURI()));
    }
    if (scripts.isEmpty()) {
      throw new IllegalStateException("no migrations db/%s/*.sql here".formatted(context));
    }
    return scripts.stream()
        .sorted(Comparator.comparingInt(Script::number))
        .map(Script::text)
        .toList();
  }

  private static List<Script> scriptsIn(URI folder) throws IOException {
    if (!folder.getScheme().equals("jar")) {
      return scriptsIn(Path.of(folder));
    }
    try (var jar = FileSystems.newFileSystem(folder, Map.of())) {
      String inside = folder.toString().substring(folder.toString().indexOf("!/") + 1);
      return scriptsIn(jar.getPath(inside));
    }
  }

  private static List<Script> scriptsIn(Path folder) throws IOException {
    List<Script> scripts = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "V*.sql")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        int number = Integer.parseInt(name.substring(1, name.indexOf("__")));
        scripts.add(new Script(number, Files.readString(file, StandardCharsets.UTF_8)));
      }
    }
    return scripts;
  }

  private record Script(int number, String text) {}
}
