package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.hiring.Employer;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.acquisition.hiring.Salary;
import com.aiqleads.acquisition.hiring.Workplace;
import com.aiqleads.acquisition.parsing.Readings.Said;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads one posting, of the fragment that guests get or of the full page, each field wherever it
/// is shown, and nothing of the similar jobs beside it. Who recruits is a person and is not read.
final class LinkedInPosting {

  static final String CRITERIA = ".description__job-criteria-subheader, .job-criteria__subheader";
  static final String ORGANISATION = ".topcard__org-name-link";
  private static final String FLAVOR = ".topcard__flavor";
  private static final String PLACE = ".topcard__flavor--bullet";
  private static final String NOT_PLACE =
      ".num-applicants__caption, .num-applicants__figure, .topcard__flavor--metadata,"
          + " .posted-time-ago__text, [class*=num-applicants]";
  private static final String POSTED = "[class*=posted-time-ago__text]";
  private static final String SALARY =
      ".compensation__salary, .salary, .compensation__salary-range";

  private final LinkedInPage page;
  private final Document document;
  private final Readings readings;
  private final String number;

  private LinkedInPosting(LinkedInPage page, Readings readings, String number) {
    this.page = page;
    this.document = page.document();
    this.readings = readings;
    this.number = number;
  }

  static JobReading read(LinkedInPage page, JobPage fetched) {
    Readings readings = new Readings();
    Optional<String> number = LinkedInIds.ofPage(page, readings);
    if (number.isEmpty()) {
      boolean named = page.asked() != null;
      return new JobReading.Refused(
          PageState.CONTENT, named ? PageRefusal.OTHER_LISTING : PageRefusal.MALFORMED);
    }
    LinkedInPosting posting = new LinkedInPosting(page, readings, number.get());
    new LinkedInForeign(posting.document, posting.number).drop();
    String title =
        LinkedInText.title(posting.document.selectFirst(Html.css(LinkedInPage.ANY_TITLE)));
    return title == null
        ? new JobReading.Refused(PageState.CONTENT, PageRefusal.MALFORMED)
        : new JobReading.Read(List.of(posting.of(fetched, title)), false);
  }

  /// Where people read it; where it was fetched from is a part of such a page.
  static String url(JobPage page, String number) {
    String fetched = Figures.shortened(page.url(), WebAddress.MAX_LENGTH);
    int path = fetched.indexOf("/jobs");
    String site = path < 0 ? "https://www.linkedin.com" : fetched.substring(0, path);
    return site + "/jobs/view/" + number + "/";
  }

  private ParsedJob of(JobPage fetched, String title) {
    LinkedInData data = LinkedInData.in(page.scripts(), number, title);
    String ago = LinkedInText.line(document.selectFirst(Html.css(POSTED)));
    Job job =
        new Job(
            Job.idOf(JobBoard.LINKEDIN, number),
            JobBoard.LINKEDIN,
            number,
            url(fetched, number),
            title,
            employer(data),
            place(data),
            terms(data),
            description(data),
            LinkedInApplication.of(document, data, readings),
            postedOn(data, ago, fetched),
            ago,
            data.openUntil(),
            false,
            fetched.fetchedAt());
    return new ParsedJob(job, Bounds.conflicts(readings.conflicts()));
  }

  private Employer employer(LinkedInData data) {
    Element link = document.selectFirst(Html.css(ORGANISATION));
    Employer shown = LinkedInCard.employer(link == null ? flavor() : link);
    String name =
        readings.of(
            "company",
            ZillowText::sameWords,
            List.of(
                new Said<>(ORGANISATION, shown.name()),
                new Said<>("ld hiringOrganization.name", data.company())));
    String stated = data.companyPage();
    String statedHandle = stated == null ? null : LinkedInLink.company(stated);
    String handle =
        readings.of(
            "company page",
            (one, other) -> one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT)),
            List.of(
                new Said<>(ORGANISATION, shown.handle()),
                new Said<>("ld hiringOrganization.sameAs", statedHandle)));
    String url =
        shown.pageUrl() != null || stated == null
            ? shown.pageUrl()
            : WebAddress.of(document.baseUri(), LinkedInLink.bare(stated))
                .map(URI::toASCIIString)
                .orElse(null);
    return new Employer(name, url, url == null ? null : handle);
  }

  /// The first of the lines below the title, where the company has no page to link to.
  private @Nullable Element flavor() {
    return document.select(Html.css(FLAVOR)).stream()
        .filter(flavor -> !flavor.is(Html.css(PLACE)) && !isNotPlace(flavor))
        .findFirst()
        .orElse(null);
  }

  private static boolean isNotPlace(Element flavor) {
    return flavor.closest(Html.css(NOT_PLACE)) != null
        || flavor.selectFirst(Html.css(NOT_PLACE)) != null;
  }

  private Workplace place(LinkedInData data) {
    Workplace shown =
        LinkedInText.place(
            document.select(Html.css(PLACE)).stream()
                .filter(flavor -> !isNotPlace(flavor))
                .findFirst()
                .map(LinkedInText::line)
                .orElse(null));
    Workplace stated = data.place();
    String city =
        readings.of(
            "city",
            ZillowText::sameWords,
            List.of(
                new Said<>(PLACE, shown.city()),
                new Said<>("ld jobLocation.address.addressLocality", stated.city())));
    boolean one =
        city != null && stated.city() != null && ZillowText.sameWords(city, stated.city());
    boolean same = shown.city() == null || one;
    return new Workplace(
        shown.text(),
        city,
        ZillowText.first(shown.region(), same ? stated.region() : null),
        ZillowText.first(shown.country(), same ? stated.country() : null),
        same ? stated.zip() : null,
        same ? stated.point() : null,
        readings.of(
            "workplace",
            List.of(
                new Said<>(PLACE, shown.kind()), new Said<>("ld jobLocationType", stated.kind()))));
  }

  private Job.Terms terms(LinkedInData data) {
    String employment =
        readings.of(
            "employment type",
            ZillowText::sameWords,
            List.of(
                new Said<>("criteria", criterion("employment type")),
                new Said<>("ld employmentType", data.employmentType())));
    Salary salary =
        readings.of(
            "salary",
            LinkedInSalary::agree,
            List.of(
                new Said<>(".salary", LinkedInSalary.of(shownSalary())),
                new Said<>("ld baseSalary", data.salary())));
    String industries = criterion("industries", "industry");
    return new Job.Terms(
        criterion("seniority level"),
        employment,
        criterion("job function"),
        industries == null ? data.industry() : industries,
        salary);
  }

  private @Nullable String shownSalary() {
    return LinkedInText.line(document.selectFirst(Html.css(SALARY)));
  }

  /// By its label: which of them there are, and in which order, differs.
  private @Nullable String criterion(String... labels) {
    return document.select(Html.css(CRITERIA)).stream()
        .limit(Bounds.MAX_FACTS)
        .filter(header -> isLabelled(header, labels))
        .flatMap(header -> Stream.ofNullable(header.parent()))
        .flatMap(
            item ->
                Stream.ofNullable(
                    item.selectFirst(
                        Html.css(".description__job-criteria-text, .job-criteria__text"))))
        .flatMap(value -> Stream.ofNullable(LinkedInText.line(value)))
        .findFirst()
        .orElse(null);
  }

  private static boolean isLabelled(Element header, String... labels) {
    String text = LinkedInText.line(header);
    return text != null && Stream.of(labels).anyMatch(text.toLowerCase(Locale.ROOT)::startsWith);
  }

  private @Nullable String description(LinkedInData data) {
    Element markup = document.selectFirst(Html.css(".show-more-less-html__markup"));
    String shown =
        LinkedInText.lines(
            markup == null ? document.selectFirst(Html.css(".description__text")) : markup);
    return shown == null ? data.description(document.baseUri()) : shown;
  }

  private @Nullable LocalDate postedOn(LinkedInData data, @Nullable String ago, JobPage fetched) {
    return readings.of(
        "posted on",
        ZillowDates::agree,
        List.of(
            new Said<>("ld datePosted", data.postedOn()),
            new Said<>(POSTED, LinkedInText.daysAgo(ago, fetched.fetchedAt()))));
  }
}
