package com.aiqleads.local.services;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The arguments of `java` for one service; with a recording, of the run that an AOT cache is
/// made from.
record CommandLine(Options options, DataFolder data, Optional<Path> recording) {
  List<String> of(Service service, int port) {
    var folder = ServiceFolder.of(service, options);
    var arguments = new ArrayList<>(folder.jvmOptions());
    arguments.addAll(aotOptions(folder));
    arguments.add(service.mainClass());
    arguments.addAll(ofMain(service, port));
    return List.copyOf(arguments);
  }

  private List<String> aotOptions(ServiceFolder folder) {
    return recording
        .map(file -> List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + file))
        .or(() -> folder.aotCache().existing().map(CommandLine::using))
        .orElse(List.of());
  }

  /// A cache that the JVM cannot use costs time and nothing else: no line in the log for each
  /// class.
  private static List<String> using(Path cache) {
    return List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=error:stderr");
  }

  private List<String> ofMain(Service service, int port) {
    String folder = data.of(service).toString();
    String portText = Integer.toString(port);
    return switch (service) {
      case POSTGRES ->
          List.of(
              data.of(service).resolve("data").toString(),
              portText,
              data.passwordFile().toString(),
              options.temporary() ? "immediate" : "fast");
      case ELASTICMQ ->
          List.of(
              folder,
              portText,
              options.queueAddress().map(Object::toString).orElse("http://127.0.0.1:" + port));
      case OPENSEARCH -> List.of(folder, portText, Integer.toString(FreePorts.take(1).getFirst()));
      case DYNAMODB, S3 -> List.of(folder, portText);
    };
  }
}
