package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.hiring.Salary;
import com.aiqleads.acquisition.hiring.Workplace;
import com.aiqleads.kernel.GeoPoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// What linked data says of a posting; gone from most pages since 2026, and a second place to read
/// where it is left.
record LinkedInData(Json value) {

  static final LinkedInData NONE = new LinkedInData(new Json(null));

  private static final int MAX_SCRIPTS = 20;

  /// That of the posting itself: it has the page's title, and names no other posting.
  static LinkedInData in(Scripts scripts, String number, String title) {
    String letters = CraigslistText.letters(title);
    List<LinkedInData> own =
        all(scripts)
            .filter(value -> "JobPosting".equals(value.get("@type").text()))
            .map(LinkedInData::new)
            .filter(data -> CraigslistText.letters(data.title()).equals(letters))
            .filter(data -> !data.isOfAnother(number))
            .toList();
    return own.size() == 1 ? own.getFirst() : NONE;
  }

  /// All values of all scripts of linked data, those of graphs one by one.
  static Stream<Json> all(Scripts scripts) {
    return scripts.scripts().stream()
        .filter(Scripts.Script::isLinkedData)
        .limit(MAX_SCRIPTS)
        .flatMap(script -> Json.parse(script.text()).stream())
        .flatMap(LinkedInData::values);
  }

  private static Stream<Json> values(Json script) {
    Json graph = script.get("@graph");
    return script.isArray()
        ? script.elements()
        : graph.isArray() ? graph.elements() : Stream.of(script);
  }

  private boolean isOfAnother(String number) {
    return Stream.of("url", "@id", "mainEntityOfPage")
        .flatMap(name -> Stream.ofNullable(value.get(name).text()))
        .map(LinkedInLink::number)
        .anyMatch(named -> named != null && !named.equals(number));
  }

  @Nullable String title() {
    String title = value.get("title").text();
    return title == null
        ? null
        : Parser.unescapeEntities(Figures.shortened(title, Bounds.MAX_HEADING_LENGTH), false);
  }

  @Nullable String company() {
    return line(value.get("hiringOrganization").get("name").text());
  }

  /// Its page on LinkedIn; a company's own site is none.
  @Nullable String companyPage() {
    String page = value.get("hiringOrganization").get("sameAs").text();
    return page == null || LinkedInLink.company(page) == null ? null : page;
  }

  /// `FULL_TIME`, `CONTRACTOR`.
  @Nullable String employmentType() {
    return line(value.get("employmentType").text());
  }

  @Nullable String industry() {
    return line(value.get("industry").text());
  }

  @Nullable Salary salary() {
    return LinkedInSalary.of(value.get("baseSalary"));
  }

  @Nullable LocalDate postedOn() {
    return CraigslistText.date(value.get("datePosted").text());
  }

  @Nullable LocalDate openUntil() {
    return CraigslistText.date(value.get("validThrough").text());
  }

  boolean isRemote() {
    return "TELECOMMUTE".equals(value.get("jobLocationType").text());
  }

  /// Whether it is applied for on the board itself; null if it does not say.
  @Nullable Boolean isDirectApply() {
    Object direct = value.get("directApply").value();
    return direct instanceof Boolean said ? said : null;
  }

  Workplace place() {
    Json place = onlyPlace(value.get("jobLocation"));
    Json address = place.get("address");
    GeoPoint point = LinkedInText.point(place);
    return new Workplace(
        null,
        line(address.get("addressLocality").text()),
        line(address.get("addressRegion").text()),
        country(address.get("addressCountry")),
        line(address.get("postalCode").text()),
        point,
        isRemote() ? Workplace.Kind.REMOTE : null);
  }

  /// Of several nobody knows which is meant.
  private static Json onlyPlace(Json location) {
    List<Json> all = location.elements().limit(2).toList();
    return !location.isArray() ? location : all.size() == 1 ? all.getFirst() : new Json(null);
  }

  private static @Nullable String country(Json country) {
    return line(country.text() == null ? country.get("name").text() : country.text());
  }

  /// Markup within a text; read where the page itself does not show it.
  @Nullable String description(String url) {
    String markup = Objects.requireNonNullElse(value.get("description").text(), "");
    String unescaped =
        markup.length() > Html.MAX_LENGTH ? "" : Parser.unescapeEntities(markup, false);
    return Html.parse(unescaped, url)
        .map(document -> LinkedInText.lines(document.body()))
        .orElse(null);
  }

  private static @Nullable String line(@Nullable String text) {
    String line = Bounds.line(text);
    return line == null ? null : LinkedInText.shown(Parser.unescapeEntities(line, false).strip());
  }
}
