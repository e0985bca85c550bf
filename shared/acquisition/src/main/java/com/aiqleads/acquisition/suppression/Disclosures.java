package com.aiqleads.acquisition.suppression;

import com.aiqleads.acquisition.suppression.Suppressions.Wish;

/// Every time that somebody was told what is held of a person.
public interface Disclosures {

  /// Keeps a keyed hash of who it is, and how many advertisements were told of.
  void note(Person person, Wish wish, int listings);
}
