package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Source;
import com.aiqleads.kernel.ListingId;
import java.util.Optional;

/// Reads the pages of one site. Says null rather than guess, and never takes another
/// advertisement's data: every site embeds those with the same names.
public interface PageParser {

  /// Rises with every change of what is read, so that old snapshots can be found and read again.
  String version();

  PageReading read(Page page);

  /// The one advertisement that a page with this address shows, if the address tells.
  default Optional<ListingId> listingAt(String url) {
    return Optional.empty();
  }

  static PageParser of(Source source) {
    return switch (source) {
      case FSBO -> new FsboParser();
      case FORSALEBYOWNER -> new ForSaleByOwnerParser();
      case CRAIGSLIST -> new CraigslistParser();
      case ZILLOW -> new ZillowParser();
      case FACEBOOK -> new FacebookParser();
    };
  }
}
