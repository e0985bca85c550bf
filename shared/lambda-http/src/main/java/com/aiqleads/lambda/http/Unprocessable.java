package com.aiqleads.lambda.http;

/// Well said, but not possible.
public final class Unprocessable extends HttpFailure {

  public Unprocessable(String code, String detail) {
    super(422, code, detail);
  }
}
