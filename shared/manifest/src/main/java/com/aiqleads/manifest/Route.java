package com.aiqleads.manifest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One route of the HTTP API and who may call it.
public record Route(String method, String path, RouteAccess access) {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(GET|POST|PUT|PATCH|DELETE) "
              + "(/|(?:/(?:[A-Za-z0-9._~-]+|\\{[a-z][A-Za-z0-9]*}))*(?:/\\{[a-z][A-Za-z0-9]*\\+})?)");
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}+]+(\\+?)}");

  static Route parse(String key, String access) {
    Matcher parts = SHAPE.matcher(key);
    if (!parts.matches() || parts.group(2).isEmpty()) {
      throw new IllegalArgumentException("must be a route such as GET /leads/{id}, not " + key);
    }
    return new Route(parts.group(1), parts.group(2), RouteAccess.parse(access));
  }

  /// As manifests and API Gateway write it, for example `GET /leads/{id}`.
  public String key() {
    return method + " " + path;
  }

  /// `/leads/{id}` of `/leads/{id}/photos`; empty for a route without an id.
  public String pathToId() {
    return path.substring(0, path.lastIndexOf('}') + 1);
  }

  /// Whether a caller is known there.
  public boolean needsToken() {
    return switch (access) {
      case RouteAccess.Public _, RouteAccess.Session _ -> false;
      case RouteAccess.SignedIn _, RouteAccess.Scope _ -> true;
    };
  }

  /// Two routes with the same shape would answer the same requests.
  String shape() {
    return method + " " + PARAMETER.matcher(path).replaceAll("{$1}");
  }
}
