package com.aiqleads.lambda.http;

/// Something this depends on does not answer.
final class Unavailable extends HttpFailure {

  Unavailable(String detail) {
    super(503, "unavailable", detail);
  }
}
