package com.aiqleads.acquisition.hiring;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.hiring.Application.Where;
import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.time.LocalDate;

/// Postings of one company.
public final class HiringFixtures {

  public static final Instant SEEN_AT = Instant.parse("2026-11-19T14:00:00Z");
  public static final Employer EMPLOYER =
      new Employer(
          "Harbor Lane Accounting",
          "https://www.linkedin.com/company/harbor-lane-accounting",
          "harbor-lane-accounting");
  public static final LeadId COMPANY =
      HiringCompany.idOf(JobBoard.LINKEDIN, EMPLOYER).orElseThrow();

  private HiringFixtures() {}

  public static OpenJob aJob(String number, Instant seenAt) {
    return aJob(number, "Senior Accountant", seenAt);
  }

  public static OpenJob aJob(String number, String title, Instant seenAt) {
    return new OpenJob(
        Job.idOf(JobBoard.LINKEDIN, number),
        "miami-fl",
        "https://www.linkedin.com/jobs/view/" + number + "/",
        title,
        "Associate",
        "Full-time",
        new Application(Where.OFF_SITE, null),
        LocalDate.of(2026, 11, 16),
        seenAt);
  }
}
