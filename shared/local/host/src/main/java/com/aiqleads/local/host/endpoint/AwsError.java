package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What AWS would refuse, by its code.
final class AwsError extends RuntimeException {

  private final int status;
  private final String code;

  AwsError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static AwsError unsupported(String what) {
    return new AwsError(
        501,
        "NotImplemented",
        "The local cloud does not support "
            + what
            + ". It supports "
            + AwsService.SUPPORTED
            + ", see docs/local.md.");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  ObjectNode json() {
    return Json.object()
        .put("__type", code)
        .put("message", getMessage())
        .put("Message", getMessage());
  }
}
