package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.hiring.Application;
import com.aiqleads.acquisition.hiring.Employer;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.acquisition.parsing.Readings.Said;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A row of a search, in the shapes of 2020 to 2026.
final class LinkedInCard {

  private static final String TITLE =
      ".base-search-card__title, .result-card__title, .job-result-card__title, h3";
  private static final String COMPANY =
      ".base-search-card__subtitle, .result-card__subtitle, .job-result-card__subtitle, h4";
  private static final String PLACE =
      ".job-search-card__location, .job-result-card__location, .base-search-card__metadata"
          + " [class*=location]";
  private static final String SALARY =
      ".job-search-card__salary-info, .job-result-card__salary-info, [class*=salary-info]";

  /// The class of one of less than a day ends in `--new`.
  private static final String POSTED = "time[class*=listdate]";

  private LinkedInCard() {}

  /// Empty if it does not say which posting it is, or not its title.
  static Optional<ParsedJob> read(Element card, JobPage page) {
    Readings readings = new Readings();
    String number = LinkedInIds.ofCard(card, readings);
    String title = title(card, readings);
    if (number == null || title == null) {
      return Optional.empty();
    }
    Element time = first(card, POSTED, "time[datetime]");
    String ago = LinkedInText.line(time);
    LocalDate posted =
        readings.of(
            "posted on",
            ZillowDates::agree,
            List.of(
                new Said<>(
                    "time datetime",
                    time == null ? null : CraigslistText.date(time.attr("datetime"))),
                new Said<>("time", LinkedInText.daysAgo(ago, page.fetchedAt()))));
    Job job =
        new Job(
            Job.idOf(JobBoard.LINKEDIN, number),
            JobBoard.LINKEDIN,
            number,
            LinkedInPosting.url(page, number),
            title,
            employerOn(card),
            LinkedInText.place(LinkedInText.line(card.selectFirst(Html.css(PLACE)))),
            new Job.Terms(
                null,
                null,
                null,
                null,
                LinkedInSalary.of(LinkedInText.line(card.selectFirst(Html.css(SALARY))))),
            null,
            Application.UNKNOWN,
            posted,
            ago,
            null,
            true,
            page.fetchedAt());
    return Optional.of(new ParsedJob(job, Bounds.conflicts(readings.conflicts())));
  }

  private static @Nullable String title(Element card, Readings readings) {
    return readings.of(
        "title",
        ZillowText::sameWords,
        List.of(
            new Said<>("title", LinkedInText.title(card.selectFirst(Html.css(TITLE)))),
            new Said<>("link", LinkedInText.title(card.selectFirst(Html.css("a .sr-only"))))));
  }

  /// Who hires, as the card's own place for it says.
  static Employer employerOn(Element card) {
    return employer(card.selectFirst(Html.css(COMPANY)));
  }

  /// A company that has no page on the board is its name only.
  static Employer employer(@Nullable Element element) {
    if (element == null) {
      return new Employer(null, null, null);
    }
    Element link =
        element.is(Html.css("a[href]")) ? element : element.selectFirst(Html.css("a[href]"));
    String href = link == null ? "" : link.attr("href").strip();
    String handle = LinkedInLink.company(href);
    String page =
        handle == null
            ? null
            : WebAddress.of(element.baseUri(), LinkedInLink.bare(href))
                .map(URI::toASCIIString)
                .orElse(null);
    return new Employer(
        LinkedInText.line(link == null ? element : link), page, page == null ? null : handle);
  }

  private static @Nullable Element first(Element card, String selector, String otherwise) {
    Element found = card.selectFirst(Html.css(selector));
    return found == null ? card.selectFirst(Html.css(otherwise)) : found;
  }
}
