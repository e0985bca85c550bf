package com.aiqleads.local.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The arguments of `java` for one service.
record CommandLine(Options options, DataFolder data) {
  List<String> of(Service service, int port) {
    var arguments = new ArrayList<>(service.jvmOptions());
    arguments.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Djava.net.preferIPv4Stack=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(service),
            service.mainClass()));
    arguments.addAll(ofMain(service, port));
    return List.copyOf(arguments);
  }

  private List<String> ofMain(Service service, int port) {
    Path folder = data.of(service);
    String portText = Integer.toString(port);
    return switch (service) {
      case POSTGRES ->
          List.of(folder.resolve("data").toString(), portText, data.passwordFile().toString());
      case ELASTICMQ ->
          List.of(
              folder.toString(),
              portText,
              options.queueAddress().map(Object::toString).orElse("http://127.0.0.1:" + port));
      case OPENSEARCH ->
          List.of(
              folder.toString(), portText, Integer.toString(FreePorts.take(1).iterator().next()));
      case DYNAMODB, S3 -> List.of(folder.toString(), portText);
    };
  }

  private String classPath(Service service) {
    Path lib =
        options.repository().resolve("shared/local/" + service.folder() + "/target/service/lib");
    if (!Files.isDirectory(lib)) {
      throw new ServiceFailed("%s is missing: build shared/local first".formatted(lib));
    }
    try (var jars = Files.list(lib)) {
      return jars.map(Path::toString)
          .filter(jar -> jar.endsWith(".jar"))
          .sorted()
          .collect(Collectors.joining(System.getProperty("path.separator")));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + lib, failure);
    }
  }
}
