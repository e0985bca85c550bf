package com.aiqleads.lambda.http;

/// Nobody we know calls.
public final class Unauthorized extends HttpFailure {

  public Unauthorized(String code, String detail) {
    super(401, code, detail);
  }
}
