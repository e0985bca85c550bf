package com.aiqleads.platform.signin.openid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Somebody at a provider, with a browser that stops before it goes back to us.
public record Person(String email) {

  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  /// Says yes, and where the browser is sent then, by its query.
  public Map<String, String> agree(URI authorization) {
    return answer(authorization, Map.of("email", email));
  }

  public Map<String, String> deny(URI authorization) {
    return answer(authorization, Map.of("deny", "true"));
  }

  private static Map<String, String> answer(URI authorization, Map<String, String> said) {
    Map<String, String> form = fields(authorization.getRawQuery());
    form.putAll(said);
    HttpRequest request =
        HttpRequest.newBuilder(authorization.resolve("/authorize"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(text(form)))
            .build();
    try {
      String location =
          BROWSER
              .send(request, BodyHandlers.discarding())
              .headers()
              .firstValue("Location")
              .orElseThrow();
      return fields(URI.create(location).getRawQuery());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> fields(String query) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static String text(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
