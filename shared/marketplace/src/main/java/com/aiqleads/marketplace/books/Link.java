package com.aiqleads.marketplace.books;

/// A place in the chain of transfers, and the hash of all until there, in hexadecimal digits.
public record Link(long place, String hash) {

  /// Before the first transfer.
  public static final Link NONE = new Link(0, "");
}
