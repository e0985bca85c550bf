package com.aiqleads.lambda;

/// No repeat will help: the message goes straight to the dead letters, with this reason.
public final class PermanentFailure extends RuntimeException {

  public PermanentFailure(String reason) {
    super(reason);
  }

  public PermanentFailure(String reason, Throwable cause) {
    super(reason, cause);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
