package com.aiqleads.manifest;

import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The sentence in a schema that says when its event happens.
final class EventSentence {

  private EventSentence() {}

  /// JSON is YAML, so that the one parser we have is enough.
  static String of(Path schema) {
    Object json =
        new Load(LoadSettings.builder().build()).loadFromString(ManifestFile.textOf(schema));
    return json instanceof Map<?, ?> map ? String.valueOf(map.get("description")) : "";
  }
}
