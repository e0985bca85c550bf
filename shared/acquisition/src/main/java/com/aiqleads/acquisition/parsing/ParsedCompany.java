package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.Employer;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A company's page as it was read.
///
/// @param employer the company by the name of its page, as postings name it
/// @param paths of each field that was read the place that was believed
/// @param conflicts where the page contradicts itself
public record ParsedCompany(
    JobBoard board,
    Employer employer,
    CompanyProfile profile,
    SortedMap<String, String> paths,
    List<Conflict> conflicts) {

  public ParsedCompany {
    paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
    conflicts = List.copyOf(conflicts);
  }
}
