package com.aiqleads.lambda.http;

/// The caller is known and may not do this.
public final class Forbidden extends HttpFailure {

  public Forbidden(String code, String detail) {
    super(403, code, detail);
  }
}
