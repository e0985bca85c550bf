package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.UserId;
import java.util.List;
import java.util.Optional;

/// All versions of the price book, for ever; the newest is in force.
public interface PriceBooks {
  int MAX_NOTE = 200;

  BookEntry current();

  Optional<PriceBook> find(String version);

  /// The newest first.
  List<BookEntry> history(int limit);

  /// Puts these figures in force unless the book in force is not this one any more.
  Written write(int inForce, Figures figures, UserId by, String note);

  /// Puts the figures of that version in force again, as a new version.
  Written restore(int inForce, String version, UserId by, String note);

  sealed interface Written {}

  record InForce(BookEntry entry) implements Written {}

  /// Somebody else was first.
  record Overtaken(BookEntry inForce) implements Written {}

  record UnknownVersion(String version) implements Written {}
}
