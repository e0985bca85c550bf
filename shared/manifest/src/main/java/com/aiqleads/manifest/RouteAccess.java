package com.aiqleads.manifest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who may call a route.
public sealed interface RouteAccess {

  Pattern SCOPE = Pattern.compile("([a-z]+):(read|write|admin)");

  /// As manifests write it.
  String text();

  /// Anyone; a token that is sent all the same is verified.
  record Public() implements RouteAccess {
    @Override
    public String text() {
      return "public";
    }
  }

  /// A console page: the function itself verifies the session cookie.
  record Session() implements RouteAccess {
    @Override
    public String text() {
      return "session";
    }
  }

  /// Any valid token.
  record SignedIn() implements RouteAccess {
    @Override
    public String text() {
      return "signed-in";
    }
  }

  /// A valid token with this scope.
  record Scope(String context, String action) implements RouteAccess {
    @Override
    public String text() {
      return context + ":" + action;
    }
  }

  static RouteAccess parse(String text) {
    return switch (text) {
      case "public" -> new Public();
      case "session" -> new Session();
      case "signed-in" -> new SignedIn();
      default -> scope(text);
    };
  }

  private static RouteAccess scope(String text) {
    Matcher parts = SCOPE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "must be public, session, signed-in or a scope such as marketplace:write, not " + text);
    }
    return new Scope(parts.group(1), parts.group(2));
  }
}
