package com.aiqleads.lambda.http;

/// The body is larger than 256 KB.
final class TooLarge extends HttpFailure {

  TooLarge() {
    super(413, "body-too-large", "A request has at most 256 KB.");
  }
}
