package com.aiqleads.platform.rotatekeys;

import java.time.Instant;
import java.util.Optional;

/// Documents that anybody may read below the issuer's address.
interface IssuerDocuments {

  /// A document as it has been since it was written.
  record Found<T>(T document, Instant since) {}

  void write(String path, Object document);

  <T> Optional<Found<T>> read(String path, Class<T> type);
}
