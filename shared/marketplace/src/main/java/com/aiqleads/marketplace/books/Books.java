package com.aiqleads.marketplace.books;

import java.util.List;
import java.util.Optional;

/// The money, holds and slots of all teams together.
public interface Books {

  /// What must never be, all of it seen at one moment; of more than so many, that many.
  List<Fault> faults(int most);

  Optional<BookCheck> lastCheck();

  void keep(BookCheck check);
}
