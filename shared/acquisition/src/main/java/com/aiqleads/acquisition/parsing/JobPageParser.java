package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.kernel.ListingId;
import java.util.Optional;

/// Reads the pages of one board of jobs, as a [PageParser] reads those of homes: null rather than a
/// guess, and never another posting's data.
public interface JobPageParser {

  /// Rises with every change of what is read, so that old snapshots can be found and read again.
  String version();

  JobReading read(JobPage page);

  /// The one posting that a page with this address shows, if the address tells.
  Optional<ListingId> jobAt(String url);

  /// Whether a page with this address is a company's own.
  boolean isCompany(String url);

  static JobPageParser of(JobBoard board) {
    return switch (board) {
      case LINKEDIN -> new LinkedInParser();
    };
  }
}
