package com.aiqleads.acquisition.watching;

import com.aiqleads.kernel.PageId;
import java.time.Instant;
import java.util.List;

/// A page that was not told on: what its announcement would have said. Its bytes are kept.
///
/// @param parserVersion of the parser whose reading of it was not believed
public record WithheldPage(
    PageId id,
    String source,
    String market,
    String address,
    String snapshotKey,
    String contentType,
    String contentHash,
    Instant fetchedAt,
    String parserVersion,
    List<String> withheld) {

  public WithheldPage {
    withheld = List.copyOf(withheld);
  }

  /// By another parser, which was not believed either.
  public WithheldPage readBy(String version) {
    return new WithheldPage(
        id,
        source,
        market,
        address,
        snapshotKey,
        contentType,
        contentHash,
        fetchedAt,
        version,
        withheld);
  }
}
