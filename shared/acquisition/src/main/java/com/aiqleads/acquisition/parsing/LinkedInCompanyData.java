package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.hiring.Headcount;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// What linked data says of a company: one of several organisations of a graph, for whoever wrote a
/// post or is alike stands there too, under the same names.
record LinkedInCompanyData(Json value) {

  static final LinkedInCompanyData NONE = new LinkedInCompanyData(new Json(null));

  private static final Set<String> KINDS = Set.of("Organization", "Corporation");
  private static final int MAX_NAMES = 20;

  /// That of the page itself: its address names the same company. Of two nobody knows which is
  /// meant.
  static LinkedInCompanyData in(Scripts scripts, String handle) {
    List<LinkedInCompanyData> own =
        LinkedInData.all(scripts)
            .filter(
                value -> KINDS.contains(Objects.requireNonNullElse(value.get("@type").text(), "")))
            .map(LinkedInCompanyData::new)
            .filter(data -> handle.equals(data.handle()))
            .distinct()
            .limit(2)
            .toList();
    return own.size() == 1 ? own.getFirst() : NONE;
  }

  private @Nullable String handle() {
    return Stream.of("url", "@id")
        .flatMap(name -> Stream.ofNullable(value.get(name).text()))
        .flatMap(url -> Stream.ofNullable(LinkedInLink.companyAt(url)))
        .findFirst()
        .orElse(null);
  }

  @Nullable String name() {
    return line(value.get("name"));
  }

  /// The first that does not lead to the board again.
  @Nullable String website() {
    Json same = value.get("sameAs");
    Stream<Json> all = same.isArray() ? same.elements().limit(MAX_NAMES) : Stream.of(same);
    return all.flatMap(each -> Stream.ofNullable(each.text()))
        .flatMap(url -> Stream.ofNullable(LinkedInWebsite.of(url)))
        .findFirst()
        .orElse(null);
  }

  @Nullable String industry() {
    return line(value.get("industry"));
  }

  @Nullable Headcount headcount() {
    return LinkedInHeadcount.of(value.get("numberOfEmployees"));
  }

  @Nullable String headquarters() {
    Json address = value.get("address");
    String place =
        Stream.of("addressLocality", "addressRegion")
            .flatMap(name -> Stream.ofNullable(line(address.get(name))))
            .collect(Collectors.joining(", "));
    return place.isEmpty() ? null : Bounds.line(place);
  }

  @Nullable String founded() {
    return line(value.get("foundingDate"));
  }

  private static @Nullable String line(Json text) {
    String line = Bounds.line(text.text());
    String plain =
        line == null ? "" : Bounds.writable(Parser.unescapeEntities(line, false)).strip();
    return plain.isEmpty() ? null : LinkedInText.shown(plain);
  }
}
