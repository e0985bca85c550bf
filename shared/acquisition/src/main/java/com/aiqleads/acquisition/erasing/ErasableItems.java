package com.aiqleads.acquisition.erasing;

import com.aiqleads.acquisition.Address;
import java.util.Set;

/// What is remembered of pages and of homes beside the record.
public interface ErasableItems {

  /// How many of a source's and market's pages were forgotten.
  long forgetPages(String source, String market, Set<String> urls);

  /// How many marks of advertisements, and of pages that were withheld, a market's watch has lost.
  ///
  /// @param ids by which the source knows them
  long forgetWatched(String source, String market, Set<String> ids, Set<String> urls);

  /// How many answers about the homes were forgotten.
  long forgetHomes(Set<Address> homes);
}
