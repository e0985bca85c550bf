package com.aiqleads.lambda.http;

import java.util.List;

/// A request that cannot be served, with a stable code and a sentence that is safe to show.
public abstract sealed class HttpFailure extends RuntimeException
    permits AddressTooLong,
        BadInput,
        Conflict,
        Forbidden,
        NotFound,
        TooLarge,
        TooManyRequests,
        Unauthorized,
        Unavailable,
        Unprocessable,
        Unsupported {

  private final int status;
  private final String code;

  HttpFailure(int status, String code, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<WrongField> wrongFields() {
    return List.of();
  }
}
