package com.aiqleads.acquisition.hiring;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One posting of a job as its board showed it at one moment; null where it says nothing.
///
/// @param number the board's own
/// @param description its lines as they stand; a recruiter's name or number may be in it
/// @param postedText how long ago, in the board's words, which may be vaguer than a day
/// @param partial whether only a search's row of it was read
public record Job(
    ListingId id,
    JobBoard board,
    String number,
    String url,
    String title,
    Employer employer,
    Workplace place,
    Terms terms,
    @Nullable String description,
    Application application,
    @Nullable LocalDate postedOn,
    @Nullable String postedText,
    @Nullable LocalDate openUntil,
    boolean partial,
    Instant observedAt) {

  /// What is offered, in the board's words.
  public record Terms(
      @Nullable String seniority,
      @Nullable String employmentType,
      @Nullable String function,
      @Nullable String industries,
      @Nullable Salary salary) {

    public static final Terms NONE = new Terms(null, null, null, null, null);
  }

  /// The same posting has the same id, however often and by whomever it is read.
  public static ListingId idOf(JobBoard board, String number) {
    return new ListingId(Ids.derived("job", board.id(), number));
  }
}
