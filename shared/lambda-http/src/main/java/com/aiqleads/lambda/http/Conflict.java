package com.aiqleads.lambda.http;

/// The state of things does not allow it.
public final class Conflict extends HttpFailure {

  public Conflict(String code, String detail) {
    super(409, code, detail);
  }
}
