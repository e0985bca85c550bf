package com.aiqleads.acquisition.deleting;

/// What a request is answered. The platform also knows 2, exempted, which nobody is here, and 4,
/// opted out, for who deletes less than all that an identifier leads to.
public enum DeletionStatus {
  DELETED(3),
  NOT_FOUND(5);

  private final int code;

  DeletionStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
