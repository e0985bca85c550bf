package com.aiqleads.acquisition.hiring;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A company that hires, as all its open postings together show it: a lead for who sells to
/// companies.
///
/// @param version rises with every change of what is told; whoever keeps one ignores older ones
/// @param jobs those that are open, the newest first; none once it has stopped
/// @param profile what its own page says; null as long as none was read
public record HiringCompany(
    LeadId id,
    long version,
    JobBoard board,
    Employer employer,
    List<OpenJob> jobs,
    @Nullable CompanyProfile profile,
    Instant firstSeenAt) {

  public HiringCompany {
    jobs = List.copyOf(jobs);
  }

  HiringCompany described(CompanyProfile said) {
    return new HiringCompany(id, version + 1, board, employer, jobs, said, firstSeenAt);
  }

  /// The same company has the same id. One without a page of its own is known by its name only,
  /// which others may bear: nobody knows which company that is.
  public static Optional<LeadId> idOf(JobBoard board, Employer employer) {
    return Optional.ofNullable(employer.handle())
        .map(handle -> handle.toLowerCase(Locale.ROOT))
        .map(handle -> new LeadId(Ids.derived("company", board.id(), handle)));
  }
}
