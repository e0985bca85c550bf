package com.aiqleads.marketplace.books;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the books stand, all of it seen at one moment.
///
/// @param checks the last ones, newest first
/// @param unsealed transfers that are behind the end of the chain
/// @param unknownPayments payments of which the gateway has not said how they went
/// @param unfinishedOrders paid by card, and neither bought nor given back
/// @param unreceipted movements of money that want a paper and have none yet
public record LedgerHealth(
    List<BookCheck> checks,
    List<AccountSum> accounts,
    Backlog unsealed,
    Backlog unknownPayments,
    Backlog unfinishedOrders,
    Backlog unreceipted) {

  /// By currency: whatever is not zero says that money came from nowhere, or went there.
  public Map<String, Long> sums() {
    Map<String, Long> sums = new TreeMap<>();
    accounts.forEach(one -> sums.merge(one.currency(), one.minorUnits(), Math::addExact));
    return sums;
  }
}
