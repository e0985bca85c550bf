package com.aiqleads.acquisition.hiring;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.hiring.Application.Where;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.PageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

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

  public static final ProfileOrigin ORIGIN =
      new ProfileOrigin(
          new PageId(Ids.derived("page of a company")),
          "linkedin/company.html",
          "linkedin-2",
          new TreeMap<>(Map.of("industry", "about-us dt industry", "name", "h1")));

  private HiringFixtures() {}

  public static CompanyProfile aProfile(String industry, Instant seenAt) {
    return new CompanyProfile(
        "Harbor Lane Accounting",
        "https://www.harborlane.example",
        industry,
        new Headcount(51, 200),
        "Miami, Florida",
        "Privately Held",
        1999,
        seenAt);
  }

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
