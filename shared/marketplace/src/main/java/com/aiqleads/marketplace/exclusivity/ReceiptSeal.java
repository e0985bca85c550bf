package com.aiqleads.marketplace.exclusivity;

import java.util.List;
import java.util.Optional;

/// Signs receipts so that anybody can tell them from others, also without asking us.
public interface ReceiptSeal {

  /// The receipt and its signature in letters that an address may have (RFC 7515, compact).
  String seal(ExclusivityReceipt receipt);

  /// Nothing for what we did not sign.
  Optional<ExclusivityReceipt> open(String sealed);

  /// What they are verified with: that of today first, then those of before.
  List<PublishedKey> keys();

  /// A public key as RFC 8037 writes it.
  ///
  /// @param id as the head of a receipt names it
  /// @param x the point, base64url
  record PublishedKey(String id, String x) {}
}
