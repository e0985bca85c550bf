package com.aiqleads.acquisition.replaying;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.kernel.PageId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// A page that was fetched, and the key that its bytes are kept under.
public record KeptPage(
    PageId id, String source, String market, String url, String snapshotKey, Instant fetchedAt) {

  /// As its parser reads it.
  public Page with(Source known, byte[] bytes) {
    return new Page(known, url, new String(bytes, StandardCharsets.UTF_8), fetchedAt);
  }
}
