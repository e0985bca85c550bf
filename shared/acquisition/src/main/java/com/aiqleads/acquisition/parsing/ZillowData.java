package com.aiqleads.acquisition.parsing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The data that a page of Zillow carries for its own scripts, in the places where it was since
/// 2023; or the answer that they ask for afterwards, which is nothing but such data.
///
/// @param isSearch whether it is the state of a search
/// @param isDetail whether it holds the answers about one home
/// @param rows of all categories: who sells without an agent is often in the second one
/// @param total how many homes the search has; null where that is not said
/// @param pages how many pages it has; null where that is not said
/// @param homes what the answers about one home are about: that home, and perhaps others
record ZillowData(
    boolean isSearch,
    boolean isDetail,
    List<Json> rows,
    @Nullable Integer total,
    @Nullable Integer pages,
    Json query,
    List<Json> homes) {

  private static final List<String> CATEGORIES = List.of("cat1", "cat2");
  private static final List<String> SEARCH = List.of("props", "pageProps", "searchPageState");
  private static final List<List<String>> CACHES =
      List.of(
          List.of("props", "pageProps", "componentProps", "gdpClientCache"),
          List.of("props", "pageProps", "gdpClientCache"),
          List.of("props", "pageProps", "componentProps", "apiCache"),
          List.of("apiCache"));

  /// Whatever a page may be of, in one walk through its data, which may be a megabyte.
  private static final List<List<String>> OF_A_PAGE =
      Stream.concat(wanted(SEARCH).stream(), CACHES.stream()).toList();

  private static final int MAX_QUERIES = 50;

  ZillowData {
    rows = List.copyOf(rows);
    homes = List.copyOf(homes);
  }

  static ZillowData of(String page, Scripts scripts) {
    if (page.stripLeading().startsWith("{")) {
      return search(Json.all(page, wanted(List.of())), List.of());
    }
    Map<List<String>, Json> next = Json.all(text(scripts, "__next_data__"), OF_A_PAGE);
    ZillowData search = search(next, SEARCH);
    if (search.isSearch) {
      return search;
    }
    ZillowData before = search(Json.all(stored(scripts), wanted(List.of())), List.of());
    if (before.isSearch) {
      return before;
    }
    Stream<Map<List<String>, Json>> old =
        Stream.of("hdpapollopreloadeddata").map(id -> Json.all(text(scripts, id), CACHES));
    return Stream.concat(Stream.of(next), old)
        .flatMap(all -> CACHES.stream().flatMap(path -> Stream.ofNullable(all.get(path))))
        .map(ZillowData::detail)
        .filter(ZillowData::isDetail)
        .findFirst()
        .orElse(search);
  }

  /// Until February 2024 a search stood in a script of its own, within a comment.
  private static String stored(Scripts scripts) {
    String text = text(scripts, "mobilesearchpagestore").strip();
    String open = text.startsWith("<!--") ? text.substring("<!--".length()) : text;
    return open.endsWith("-->") ? open.substring(0, open.length() - "-->".length()) : open;
  }

  private static String text(Scripts scripts, String id) {
    return scripts.scripts().stream()
        .filter(script -> script.isNamed(id))
        .map(Scripts.Script::text)
        .findFirst()
        .orElse("");
  }

  private static ZillowData search(Map<List<String>, Json> all, List<String> path) {
    List<Json> rows = new ArrayList<>();
    Integer total = null;
    Integer pages = null;
    boolean found = false;
    for (String category : CATEGORIES) {
      Optional<Json> results = at(all, path, category, "searchResults", "listResults");
      Optional<Json> list = at(all, path, category, "searchList");
      results.ifPresent(shown -> shown.elements().forEach(rows::add));
      total = sum(total, list.map(each -> figure(each.get("totalResultCount"))).orElse(null));
      pages = most(pages, list.map(each -> figure(each.get("totalPages"))).orElse(null));
      found |= results.isPresent() || list.isPresent();
    }
    Json query = found ? at(all, path, "queryState").orElse(new Json(null)) : new Json(null);
    return new ZillowData(found, false, rows, total, pages, query, List.of());
  }

  private static List<List<String>> wanted(List<String> path) {
    return Stream.concat(
            CATEGORIES.stream()
                .flatMap(
                    category ->
                        Stream.of(
                            below(path, category, "searchResults", "listResults"),
                            below(path, category, "searchList"))),
            Stream.of(below(path, "queryState")))
        .toList();
  }

  private static Optional<Json> at(Map<List<String>, Json> all, List<String> path, String... rest) {
    return Optional.ofNullable(all.get(below(path, rest)));
  }

  private static List<String> below(List<String> path, String... rest) {
    return Stream.concat(path.stream(), Stream.of(rest)).toList();
  }

  /// A text that is JSON in its turn, an answer for each question that was asked.
  private static ZillowData detail(Json cache) {
    String text = cache.text();
    Json answers = text == null ? cache : Json.parse(text).orElse(new Json(null));
    List<Json> homes =
        answers.value() instanceof Map<?, ?> named
            ? named.values().stream()
                .limit(MAX_QUERIES)
                .map(answer -> new Json(answer).get("property"))
                .filter(home -> home.get("zpid").text() != null)
                .sorted((one, other) -> Integer.compare(size(other), size(one)))
                .toList()
            : List.of();
    return new ZillowData(
        false, answers.value() != null, List.of(), null, null, new Json(null), homes);
  }

  private static int size(Json object) {
    return object.value() instanceof Map<?, ?> members ? members.size() : 0;
  }

  /// The fullest answer about this home; never one about another.
  Optional<Json> home(String zpid) {
    return homes.stream().filter(home -> zpid.equals(home.get("zpid").text())).findFirst();
  }

  /// The one home that all answers are about; null if there are several.
  @Nullable String onlyHome() {
    List<String> ids =
        homes.stream()
            .map(home -> home.get("zpid").text())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return ids.size() == 1 ? ids.getFirst() : null;
  }

  private static @Nullable Integer figure(Json value) {
    BigDecimal number = value.number();
    boolean count =
        number != null
            && number.signum() >= 0
            && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE / 2)) < 0;
    return count && number != null ? Integer.valueOf(number.intValue()) : null;
  }

  private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
    return one == null ? other : other == null ? one : Integer.valueOf(one + other);
  }

  private static @Nullable Integer most(@Nullable Integer one, @Nullable Integer other) {
    return one == null ? other : other == null ? one : Integer.valueOf(Math.max(one, other));
  }
}
