package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.Employer;
import com.aiqleads.acquisition.parsing.Readings.Said;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads a company's page as guests see it, each field in the list of facts and in linked data, and
/// nothing of who works there or of companies that are alike.
final class LinkedInCompany {

  private static final String TITLE = "h1";
  private static final String HEADLINE = "h2.top-card-layout__headline";
  private static final String SUBLINE = ".top-card-layout__first-subline";
  private static final String CANONICAL = "link[rel=canonical]";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,20}");
  private static final Pattern YEAR = Pattern.compile("([12]\\d{3})(?:-\\d{2}){0,2}");

  private final Document document;
  private final LinkedInAbout about;
  private final LinkedInCompanyData data;
  private final Readings readings = new Readings();
  private final SortedMap<String, String> paths = new TreeMap<>();

  private LinkedInCompany(Document document, LinkedInCompanyData data) {
    this.document = document;
    this.about = LinkedInAbout.in(document);
    this.data = data;
  }

  /// Whether the page shows a company at all, whichever of its two places is left.
  static boolean isShown(Document document, Scripts scripts, String handle) {
    return LinkedInAbout.in(document).isShown()
        || document.selectFirst(Html.css("h1.top-card-layout__title")) != null
        || LinkedInCompanyData.in(scripts, named(document, handle)).name() != null;
  }

  /// A number stands for whatever name the company has given itself since.
  private static String named(Document document, String handle) {
    String canonical = canonical(document);
    return canonical != null && NUMBER.matcher(handle).matches() ? canonical : handle;
  }

  private static @Nullable String canonical(Document document) {
    Element link = document.selectFirst(Html.css(CANONICAL));
    return link == null ? null : LinkedInLink.companyAt(link.attr("href"));
  }

  static JobReading read(LinkedInPage page, String handle, JobPage fetched) {
    Document document = page.document();
    String named = named(document, handle);
    String canonical = canonical(document);
    if (canonical != null && !canonical.equals(named)) {
      return new JobReading.Refused(PageState.CONTENT, PageRefusal.OTHER_LISTING);
    }
    LinkedInCompanyData data = LinkedInCompanyData.in(page.scripts(), named);
    return new LinkedInCompany(document, data)
        .profile(fetched)
        .<JobReading>map(JobReading.Described::new)
        .orElseGet(() -> new JobReading.Refused(PageState.CONTENT, PageRefusal.MALFORMED));
  }

  private Optional<ParsedCompany> profile(JobPage fetched) {
    String name =
        of(
            "name",
            ZillowText::sameWords,
            List.of(
                new Said<>(TITLE, line(document.selectFirst(Html.css(TITLE)))),
                new Said<>("ld name", data.name())));
    if (name == null) {
      return Optional.empty();
    }
    CompanyProfile profile =
        new CompanyProfile(
            name,
            website(),
            of(
                "industry",
                ZillowText::sameWords,
                List.of(
                    labelled("industry", LinkedInCompany::line, "industry", "industries"),
                    marked("industry", LinkedInCompany::line),
                    new Said<>(HEADLINE, line(document.selectFirst(Html.css(HEADLINE)))),
                    new Said<>("ld industry", data.industry()))),
            of(
                "headcount",
                LinkedInHeadcount::agree,
                List.of(
                    labelled(
                        "size", size -> LinkedInHeadcount.of(line(size)), "company size", "size"),
                    marked("size", size -> LinkedInHeadcount.of(line(size))),
                    new Said<>("ld numberOfEmployees", data.headcount()))),
            headquarters(),
            of(
                "organisation",
                ZillowText::sameWords,
                List.of(
                    labelled("type", LinkedInCompany::line, "type"),
                    marked("organizationType", LinkedInCompany::line))),
            founded(fetched),
            fetched.fetchedAt());
    return Optional.of(
        new ParsedCompany(
            JobBoard.LINKEDIN,
            employer(name, fetched),
            profile,
            paths,
            Bounds.conflicts(readings.conflicts())));
  }

  private static Employer employer(String name, JobPage fetched) {
    return new Employer(
        name, LinkedInLink.bare(fetched.url()), LinkedInLink.companyAt(fetched.url()));
  }

  private @Nullable String website() {
    return of(
        "website",
        LinkedInWebsite::agree,
        List.of(
            labelled("website", LinkedInCompany::linked, "website"),
            marked("website", LinkedInCompany::linked),
            new Said<>("ld sameAs", data.website())));
  }

  /// Where its link leads, and what it shows where it has none.
  private static @Nullable String linked(Element value) {
    Element link = value.selectFirst(Html.css("a[href]"));
    String led = link == null ? null : LinkedInWebsite.of(link.attr("href"));
    String shown = line(value);
    return led == null && shown != null ? LinkedInWebsite.of(shown) : led;
  }

  /// The card on top also counts who follows the company, within another element.
  private @Nullable String headquarters() {
    Element subline = document.selectFirst(Html.css(SUBLINE));
    String own = subline == null ? "" : subline.ownText().strip();
    return of(
        "headquarters",
        LinkedInCompany::sameCity,
        List.of(
            labelled("headquarters", LinkedInCompany::line, "headquarters"),
            marked("headquarters", LinkedInCompany::line),
            new Said<>("ld address", data.headquarters()),
            new Said<>(SUBLINE, own.isEmpty() ? null : LinkedInText.shown(Bounds.line(own)))));
  }

  private static boolean sameCity(String one, String other) {
    return ZillowText.sameWords(one.split(",", 2)[0], other.split(",", 2)[0]);
  }

  private @Nullable Integer founded(JobPage fetched) {
    int thisYear = fetched.fetchedAt().atZone(ZoneOffset.UTC).getYear();
    return of(
        "founded",
        Objects::equals,
        List.of(
            labelled("founded", value -> year(line(value), thisYear), "founded"),
            marked("foundedOn", value -> year(line(value), thisYear)),
            new Said<>("ld foundingDate", year(data.founded(), thisYear))));
  }

  private static @Nullable Integer year(@Nullable String text, int latest) {
    var year = YEAR.matcher(text == null ? "" : text);
    return year.matches() && Integer.parseInt(year.group(1)) <= latest
        ? (Integer) Integer.parseInt(year.group(1))
        : null;
  }

  private <T> Said<T> labelled(String name, Function<Element, @Nullable T> read, String... labels) {
    Element value = about.labelled(labels);
    return new Said<>("about-us dt " + name, value == null ? null : read.apply(value));
  }

  private <T> Said<T> marked(String mark, Function<Element, @Nullable T> read) {
    Element value = about.marked(mark);
    return new Said<>("about-us__" + mark, value == null ? null : read.apply(value));
  }

  private <T> @Nullable T of(String field, BiPredicate<T, T> agree, List<Said<T>> places) {
    for (Said<T> place : places) {
      if (place.value() != null) {
        paths.putIfAbsent(field, place.path());
      }
    }
    return readings.of(field, agree, places);
  }

  private static @Nullable String line(@Nullable Element element) {
    return LinkedInText.line(element);
  }
}
