package com.aiqleads.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The schema and the example beside the record of an event.
record EventFiles(Class<? extends Event> event) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VERSIONED = Pattern.compile("(.+)V([2-9]|[1-9][0-9])");

  /// Without the version: `LeadResolved` for the record `LeadResolvedV2`.
  String name() {
    Matcher parts = VERSIONED.matcher(event.getSimpleName());
    return parts.matches() ? parts.group(1) : event.getSimpleName();
  }

  /// Its place on the class path.
  String schema() {
    return stem() + ".schema.json";
  }

  SchemaNode schemaNode() {
    return SchemaNode.at(schema());
  }

  String exampleText() {
    return text(stem() + ".example.json");
  }

  JsonNode example() {
    return read(exampleText());
  }

  List<String> complaintsOf(JsonNode instance) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(
            SchemaLocation.of("classpath:" + schema()),
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
        .validate(instance)
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  private String stem() {
    Matcher parts = VERSIONED.matcher(event.getSimpleName());
    String version = parts.matches() ? parts.group(2) : "1";
    return event.getPackageName().replace('.', '/') + "/" + name() + "/v" + version;
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("not JSON", e);
    }
  }

  static String text(String resource) {
    try (InputStream content = EventFiles.class.getResourceAsStream("/" + resource)) {
      if (content == null) {
        throw new IllegalArgumentException("missing: " + resource);
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  static Optional<Class<? extends Event>> eventNamed(String className) {
    try {
      Class<?> type = Class.forName(className, false, EventFiles.class.getClassLoader());
      return type.isRecord() && Event.class.isAssignableFrom(type)
          ? Optional.of(type.asSubclass(Event.class))
          : Optional.empty();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("its class file was there: " + className, e);
    }
  }
}
