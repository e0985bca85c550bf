package com.aiqleads.marketplace.books;

/// Transfers, each sealed by a hash with the one before it: whoever changes one breaks the chain.
/// It is made behind the postings, so that nobody waits for it.
public interface Chain {

  /// Seals the next transfers, at most so many; says how many there were. Nobody else can at the
  /// same time: who comes second seals nothing.
  int seal(int most);

  /// Looks at the links behind this one, at most so many.
  Verification verify(Link after, int most);
}
