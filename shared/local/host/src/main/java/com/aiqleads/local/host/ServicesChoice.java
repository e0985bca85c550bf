package com.aiqleads.local.host;

import com.aiqleads.local.services.Elsewhere;
import com.aiqleads.local.services.Options;
import java.net.URI;
import java.nio.file.Path;
import java.util.ServiceLoader;

/// Which services `-Dlocal.services` asks for.
enum ServicesChoice {
  EMBEDDED("embedded"),
  LOCALSTACK("localstack");

  private final String text;

  ServicesChoice(String text) {
    this.text = text;
  }

  /// @throws StartRefused for a name that is none
  static ServicesChoice of(String text) {
    return switch (text) {
      case "", "embedded" -> EMBEDDED;
      case "localstack" -> LOCALSTACK;
      default ->
          throw new StartRefused(
              "-D%s=%s is unknown: there are %s and %s"
                  .formatted(LocalOptions.SERVICES, text, EMBEDDED.text, LOCALSTACK.text));
    };
  }

  /// A container keeps nothing, and what we keep fits nothing without it: then each run starts
  /// empty.
  boolean keepsData() {
    return this == EMBEDDED;
  }

  /// Never the data of a run on embedded services.
  Path data(Path embedded) {
    return keepsData() ? embedded : embedded.resolveSibling(embedded.getFileName() + "-" + text);
  }

  /// What is left for us to start.
  Options start(Options options, URI queueAddress, Shutdown shutdown) {
    Options all = options.withQueueAddress(queueAddress);
    return this == EMBEDDED
        ? all
        : all.without(shutdown.add(text, elsewhere()).start(queueAddress));
  }

  private Elsewhere elsewhere() {
    return ServiceLoader.load(Elsewhere.class)
        .findFirst()
        .orElseThrow(
            () ->
                new StartRefused(
                    "-D%s=%s needs -P%s".formatted(LocalOptions.SERVICES, text, text)));
  }
}
