package com.aiqleads.local.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a visitor sent. Header names are in lower case; `form` holds the query and a form's fields.
record Request(String method, String path, String query, Map<String, String> headers, String body) {

  static final String FORM = "application/x-www-form-urlencoded";

  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  Map<String, String> form() {
    Map<String, String> fields = new LinkedHashMap<>();
    addFields(query, fields);
    if (header("Content-Type").startsWith(FORM)) {
      addFields(body, fields);
    }
    return fields;
  }

  private static void addFields(String text, Map<String, String> fields) {
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
