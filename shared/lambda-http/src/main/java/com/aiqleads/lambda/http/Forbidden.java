package com.aiqleads.lambda.http;

/// The caller is known and may not do this.
public final class Forbidden extends HttpFailure {

  public Forbidden(String code, String detail) {
    super(403, code, detail);
  }

  /// For who comes by the last token of a team that they have left.
  public static Forbidden toLeavers() {
    return new Forbidden(
        "left-the-team",
        "You have left this team. If you are back, sign in again and try in twenty minutes.");
  }
}
