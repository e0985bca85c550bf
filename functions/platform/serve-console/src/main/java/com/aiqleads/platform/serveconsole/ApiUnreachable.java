package com.aiqleads.platform.serveconsole;

/// The product's API did not answer, or not with JSON.
final class ApiUnreachable extends RuntimeException {

  ApiUnreachable(String path, Exception cause) {
    super("no answer from " + path, cause);
  }
}
