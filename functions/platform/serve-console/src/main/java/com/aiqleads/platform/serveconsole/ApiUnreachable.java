package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Unavailable;

/// The product's API did not answer, or not with JSON. Its cause is what people are told; what
/// happened is for the log.
final class ApiUnreachable extends RuntimeException {

  ApiUnreachable(String path, Exception happened) {
    super(
        "no answer from %s: %s".formatted(path, happened.getClass().getSimpleName()),
        new Unavailable("This takes too long at the moment. Please try again in a minute."));
  }
}
