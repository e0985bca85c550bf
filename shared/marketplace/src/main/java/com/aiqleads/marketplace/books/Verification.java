package com.aiqleads.marketplace.books;

/// What a look at some links of the chain found.
public sealed interface Verification {

  /// All follow from those before; this is the last of them, or where the look began.
  record Sound(Link last) implements Verification {}

  /// At this place first: it is empty, or what was posted is not what was sealed.
  record Broken(long place) implements Verification {}
}
