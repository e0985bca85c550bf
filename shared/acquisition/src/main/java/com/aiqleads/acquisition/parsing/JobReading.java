package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Reason;
import java.util.List;

/// What came of reading a page of a board of jobs.
public sealed interface JobReading {

  /// The postings of the page.
  ///
  /// @param crowded whether there were more than any true page has, and the rest was left
  record Read(List<ParsedJob> jobs, boolean crowded) implements JobReading {
    public Read {
      jobs = List.copyOf(jobs);
    }
  }

  /// The page is a company's own, and says what it is.
  record Described(ParsedCompany company) implements JobReading {}

  /// Nothing on the page is a posting that is open.
  record Refused(PageState state, Reason reason) implements JobReading {}
}
