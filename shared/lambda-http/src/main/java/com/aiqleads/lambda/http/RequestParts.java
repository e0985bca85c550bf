package com.aiqleads.lambda.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What an event of the gateway says, without nulls.
record RequestParts(APIGatewayV2HTTPEvent event) {

  private static final byte[] NOTHING = {};
  private static final int MAX_COOKIES = 100;

  String method() {
    return event.getRequestContext().getHttp().getMethod();
  }

  String path() {
    return Optional.ofNullable(event.getRawPath()).filter(path -> !path.isEmpty()).orElse("/");
  }

  /// Those who ask where the request comes from are told this from now on.
  void comesFrom(String address) {
    event.getRequestContext().getHttp().setSourceIp(address);
  }

  URI uri() {
    String query = rawQuery();
    try {
      return new URI(path() + (query.isEmpty() ? "" : "?" + query));
    } catch (URISyntaxException _) {
      throw new BadInput("address", "is not an address");
    }
  }

  Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Optional.ofNullable(event.getHeaders())
        .orElse(Map.of())
        .forEach((name, value) -> headers.put(name, List.of(value)));
    List<String> cookies = Optional.ofNullable(event.getCookies()).orElse(List.of());
    if (!cookies.isEmpty()) {
      headers.put("Cookie", List.of(String.join("; ", cookies)));
    }
    return headers;
  }

  Map<String, String> cookies() {
    Map<String, String> cookies = new LinkedHashMap<>();
    header("Cookie").stream()
        .flatMap(header -> Arrays.stream(header.split(";", MAX_COOKIES)))
        .map(pair -> pair.strip().split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> cookies.putIfAbsent(pair[0], pair[1]));
    return cookies;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers().get(name)).map(List::getFirst);
  }

  Map<String, List<String>> query() {
    return formFields(rawQuery());
  }

  byte[] body() {
    String body = event.getBody();
    if (body == null) {
      return NOTHING;
    }
    try {
      return event.getIsBase64Encoded()
          ? Base64.getDecoder().decode(body)
          : body.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new BadInput("body", "is not base64");
    }
  }

  /// Reads `a=1&b=x+y`, of an address or of a form.
  static Map<String, List<String>> formFields(String text) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        fields
            .computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
            .add(parts.length == 1 ? "" : decoded(parts[1]));
      }
    }
    return fields;
  }

  int addressLength() {
    return path().length() + rawQuery().length();
  }

  private String rawQuery() {
    return Optional.ofNullable(event.getRawQueryString()).orElse("");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new BadInput("address", "has a wrong percent sign");
    }
  }
}
