package com.aiqleads.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/// A place in a schema: the resource it stands in, and what it says.
record SchemaNode(String resource, JsonNode json) {

  static SchemaNode at(String resource) {
    return new SchemaNode(resource, EventFiles.read(EventFiles.text(resource)));
  }

  boolean isReference() {
    return json.has("$ref");
  }

  /// What `$ref` points to, or itself.
  SchemaNode target() {
    if (!isReference()) {
      return this;
    }
    URI reference = URI.create("/" + resource).resolve(json.path("$ref").asText());
    SchemaNode whole = at(reference.getPath().substring(1));
    return new SchemaNode(whole.resource, whole.json.at(reference.getFragment())).target();
  }

  /// The last word of `$ref`, for example `LeadId`.
  String targetName() {
    String reference = json.path("$ref").asText();
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  String type() {
    return target().json.path("type").asText();
  }

  boolean isPersonal() {
    return json.path("x-personal").asBoolean();
  }

  Set<String> properties() {
    Set<String> names = new TreeSet<>();
    json.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  SchemaNode property(String name) {
    return new SchemaNode(resource, json.path("properties").path(name));
  }

  SchemaNode items() {
    return new SchemaNode(resource, json.path("items"));
  }

  boolean requires(String name) {
    for (JsonNode required : json.path("required")) {
      if (required.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /// The instance without all that the schema does not require.
  JsonNode least(JsonNode instance) {
    SchemaNode here = target();
    if (instance instanceof ArrayNode array) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> items.add(here.items().least(item)));
      return items;
    }
    if (!(instance instanceof ObjectNode object)) {
      return instance;
    }
    ObjectNode least = JsonNodeFactory.instance.objectNode();
    for (String name : here.properties()) {
      if (here.requires(name) && object.has(name)) {
        least.set(name, here.property(name).least(object.path(name)));
      }
    }
    return least;
  }
}
