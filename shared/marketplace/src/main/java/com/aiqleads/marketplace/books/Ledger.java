package com.aiqleads.marketplace.books;

/// The money of all teams together, as whoever watches over it sees it.
public interface Ledger {

  LedgerHealth health();
}
