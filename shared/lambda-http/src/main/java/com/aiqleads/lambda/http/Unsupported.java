package com.aiqleads.lambda.http;

/// The body comes in a form that nobody here reads.
final class Unsupported extends HttpFailure {

  Unsupported(String detail) {
    super(415, "unsupported-media-type", detail);
  }
}
