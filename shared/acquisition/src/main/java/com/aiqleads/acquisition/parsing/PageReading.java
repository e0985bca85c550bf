package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Reason;
import com.aiqleads.kernel.ListingId;
import java.util.List;

/// What came of reading a page.
public sealed interface PageReading {

  /// The advertisements of the page, and those on it that cannot become leads.
  ///
  /// @param crowded whether there were more than any true page has, and the rest was left
  record Read(List<ParsedListing> listings, List<RefusedListing> refused, boolean crowded)
      implements PageReading {
    public Read {
      listings = List.copyOf(listings);
      refused = List.copyOf(refused);
    }
  }

  /// Nothing on the page may become a lead.
  record Refused(PageState state, Reason reason) implements PageReading {

    /// Whether the site says that what was advertised here is no more.
    public boolean isEnd() {
      return state == PageState.GONE || state == PageState.NOT_FOUND;
    }
  }

  /// One advertisement of a good page that will not become a lead.
  record RefusedListing(ListingId id, String url, Reason reason) {}
}
