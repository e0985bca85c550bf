package com.aiqleads.acquisition.erasing;

import com.aiqleads.acquisition.Address;
import java.util.Set;

/// What is remembered of pages and of homes beside the record.
public interface ErasableItems {

  /// How many of a source's and market's pages were forgotten.
  long forgetPages(String source, String market, Set<String> urls);

  /// How many answers about the homes were forgotten.
  long forgetHomes(Set<Address> homes);
}
