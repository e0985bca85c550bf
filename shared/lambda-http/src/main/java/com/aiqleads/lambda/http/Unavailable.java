package com.aiqleads.lambda.http;

/// Something this depends on does not answer.
public final class Unavailable extends HttpFailure {

  public Unavailable(String detail) {
    super(503, "unavailable", detail);
  }
}
