package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.kernel.ListingId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// LinkedIn as guests see it: a fragment or a full page of one posting, cards of a search, or a
/// company's page. A card says little of a posting, but says its day.
final class LinkedInParser implements JobPageParser {

  @Override
  public String version() {
    return "linkedin-2";
  }

  @Override
  public JobReading read(JobPage page) {
    return LinkedInPage.of(page.text(), page.url())
        .map(shown -> read(shown, page))
        .orElseGet(() -> new JobReading.Refused(PageState.UNKNOWN, PageRefusal.OVERSIZED));
  }

  private static JobReading read(LinkedInPage shown, JobPage page) {
    if (shown.state() != PageState.CONTENT) {
      boolean torn =
          shown.state() == PageState.UNKNOWN
              && shown.document().selectFirst(Html.css(LinkedInPage.TOP_CARD)) != null;
      return new JobReading.Refused(
          shown.state(), torn ? PageRefusal.MALFORMED : PageRefusal.of(shown.state()));
    }
    String company = shown.company();
    if (company != null) {
      return LinkedInCompany.read(shown, company, page);
    }
    return shown.isPosting() ? LinkedInPosting.read(shown, page) : cards(shown, page);
  }

  private static JobReading cards(LinkedInPage shown, JobPage page) {
    Set<ListingId> seen = new HashSet<>();
    List<ParsedJob> jobs =
        shown.cards().stream()
            .limit(LinkedInResults.MAX_CARDS)
            .flatMap(card -> LinkedInCard.read(card, page).stream())
            .filter(parsed -> seen.add(parsed.job().id()))
            .toList();
    return jobs.isEmpty()
        ? new JobReading.Refused(PageState.CONTENT, PageRefusal.MALFORMED)
        : new JobReading.Read(jobs, shown.cards().size() > LinkedInResults.MAX_CARDS);
  }

  @Override
  public boolean isCompany(String url) {
    return LinkedInLink.companyAt(url) != null;
  }

  @Override
  public Optional<ListingId> jobAt(String url) {
    return Optional.ofNullable(LinkedInLink.number(url))
        .map(number -> Job.idOf(JobBoard.LINKEDIN, number));
  }
}
