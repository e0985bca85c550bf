package com.aiqleads.acquisition.erasing;

import com.aiqleads.acquisition.suppression.Person;
import java.util.Optional;
import java.util.Set;

/// Stored pages, and what was read of them.
public interface ErasablePages {

  /// A part of the way through all of them.
  ///
  /// @param next where to go on; empty at the end
  record Walk(long erased, Optional<String> next) {}

  /// Looks through some of them, behind a place, and deletes each that names the person or one of
  /// the addresses on the web. Doing it again finds nothing.
  Walk erase(Person person, Set<String> urls, String after);
}
