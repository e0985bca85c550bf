package com.aiqleads.acquisition.replaying;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.kernel.PageId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// A page that was fetched, and the key that its bytes are kept under.
///
/// @param withheld what of it must not be taken
public record KeptPage(
    PageId id,
    String source,
    String market,
    String url,
    String snapshotKey,
    Instant fetchedAt,
    Withholding withheld) {

  /// Of whose pages everything may be taken.
  public KeptPage(
      PageId id, String source, String market, String url, String snapshotKey, Instant fetchedAt) {
    this(id, source, market, url, snapshotKey, fetchedAt, Withholding.NOTHING);
  }

  /// What a parser makes of its bytes, without what must not be taken.
  public PageReading read(Source known, byte[] bytes) {
    return read(PageParser.of(known), known, bytes);
  }

  PageReading read(PageParser parser, Source known, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return withheld.from(parser.read(new Page(known, url, text, fetchedAt)));
  }
}
