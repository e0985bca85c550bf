package com.aiqleads.lambda;

import java.util.function.IntUnaryOperator;

/// Work that is done some at a time until there is no more: each portion is a transaction of its
/// own, and what is done stays done.
///
/// @param most of one run; what is left is for the next
public record Portions(int size, int most) {

  /// Until a portion is not full.
  ///
  /// @param some does so many at most, and says how many there were
  /// @return how many there were in all
  public int all(IntUnaryOperator some) {
    int done = 0;
    for (int portion = 0; portion < most; portion++) {
      int more = some.applyAsInt(size);
      done += more;
      if (more < size) {
        break;
      }
    }
    return done;
  }
}
