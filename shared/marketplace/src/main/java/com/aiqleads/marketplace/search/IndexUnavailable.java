package com.aiqleads.marketplace.search;

/// The search index did not answer, or is not there.
public final class IndexUnavailable extends RuntimeException {

  public IndexUnavailable(String act, Throwable cause) {
    super(act, cause);
  }

  public IndexUnavailable(String act) {
    super(act);
  }
}
