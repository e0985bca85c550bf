package com.aiqleads.lambda.http;

/// Who may use a route.
sealed interface Access {

  /// Anybody; a token that is sent is still verified.
  record Public() implements Access {}

  /// Pages that check their own session.
  record Session() implements Access {}

  /// Whoever has a valid token.
  record SignedIn() implements Access {}

  /// Whoever has a valid token with this scope.
  record Scope(String name) implements Access {}

  static Access parse(String text) {
    return switch (text) {
      case "public" -> new Public();
      case "session" -> new Session();
      case "signed-in" -> new SignedIn();
      default -> new Scope(text);
    };
  }
}
