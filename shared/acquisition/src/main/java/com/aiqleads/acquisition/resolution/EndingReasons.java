package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.suppression.SuppressionReason;
import com.aiqleads.acquisition.validation.ListingFault;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which refusals say that an advertisement sells nothing any more. That we could not read one says
/// nothing about the home: or each new layout of a site would take all its leads off sale.
public final class EndingReasons {

  private static final Set<String> CODES =
      Stream.of(
              PageRefusal.GONE,
              PageRefusal.NOT_FOUND,
              PageRefusal.UNDER_CONTRACT,
              PageRefusal.NOT_FOR_SALE,
              ListingFault.NO_PRICE,
              ListingFault.IMPLAUSIBLE_PRICE,
              SuppressionReason.SUPPRESSED)
          .map(Reason::code)
          .collect(Collectors.toUnmodifiableSet());

  private EndingReasons() {}

  public static boolean anyOf(List<? extends Reason> reasons) {
    return reasons.stream().map(Reason::code).anyMatch(CODES::contains);
  }
}
