package com.aiqleads.lambda.http;

/// There is no such thing, or none that the caller may know of.
public final class NotFound extends HttpFailure {

  public NotFound(String code, String detail) {
    super(404, code, detail);
  }
}
