package com.aiqleads.acquisition.fetching;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// What to ask a site for: a GET if there is no body, else a POST.
public record PageRequest(URI url, String contentType, String body) {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  public static PageRequest get(URI url) {
    return new PageRequest(url, "", "");
  }

  public static PageRequest form(URI url, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return new PageRequest(url, FORM, body);
  }

  public static PageRequest json(URI url, String body) {
    return new PageRequest(url, JSON, body);
  }

  public boolean isPost() {
    return !contentType.isEmpty();
  }

  public PageRequest at(URI other) {
    return new PageRequest(other, contentType, body);
  }

  /// The page's address, with what was posted behind a `#`: the same text for the same request.
  public String address() {
    return isPost()
        ? url + "#" + (contentType.equals(FORM) ? body : encoded(body))
        : url.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
