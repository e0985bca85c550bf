package com.aiqleads.local.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The site in the manner of fsbo.com: a home page, a search by form, result pages, listing pages.
final class FsboSite {

  static final String PREFIX = "/fsbo";

  private static final String SEARCH = "/listings/search/search/";
  private static final Pattern DETAIL =
      Pattern.compile("/listings/listings/show/id/(\\d{1,9})/(preview/)?");
  private static final int OLD_LAYOUT_EVERY = 10;

  private final Map<Integer, Home> homes;
  private final Faults faults;
  private final FsboResultPages results;
  private final String formKey;

  FsboSite(List<Home> homes, Faults faults, long seed) {
    List<Home> shown = homes.stream().filter(Home::onFsbo).toList();
    this.homes =
        shown.stream().collect(Collectors.toMap(home -> home.ids().fsbo(), Function.identity()));
    this.faults = faults;
    this.results = new FsboResultPages(shown);
    this.formKey = "k" + Long.toHexString(seed * 0x9E3779B97F4A7C15L);
  }

  Answer answer(Request request) {
    String path = request.path().substring(PREFIX.length());
    boolean old = faults.isOn(Fault.OLD_LAYOUT);
    if (path.isEmpty() || path.equals("/")) {
      return Answer.html(results.home(formKey, old));
    }
    if (path.equals(SEARCH)) {
      return search(request, old);
    }
    if (path.startsWith("/media/")) {
      return new Answer(200, "image/svg+xml", PICTURE, Map.of());
    }
    Matcher detail = DETAIL.matcher(path);
    return detail.matches() ? detail(Integer.parseInt(detail.group(1))) : Answer.notFound();
  }

  private Answer search(Request request, boolean old) {
    Map<String, String> form = request.form();
    if (request.method().equals("POST") && !form.getOrDefault("form_key", "").equals(formKey)) {
      return Answer.text(403, "Invalid form key");
    }
    int page = page(form.getOrDefault("page", "1"));
    Optional<Metro> metro = Metro.named(form.getOrDefault("searchQuery", "none"));
    return Answer.html(
        metro
            .map(found -> results.page(found, Math.max(1, page), formKey, old))
            .orElseGet(results::nothing));
  }

  private static int page(String text) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 1;
  }

  private Answer detail(int id) {
    Home home = homes.get(id);
    if (home == null) {
      return Answer.notFound();
    }
    if (home.flaw() == Flaw.EXPIRED) {
      return expired(home);
    }
    boolean old = faults.isOn(Fault.OLD_LAYOUT) || home.number() % OLD_LAYOUT_EVERY == 7;
    Home other = neighbour(home);
    boolean reduced = faults.isOn(Fault.REPRICE);
    String page = old ? OldFsboPage.of(home, other, reduced) : FsboPage.of(home, other, reduced);
    Answer answer = Answer.html(home.flaw() == Flaw.MALFORMED ? torn(page) : page);
    return Revisits.marked(answer, home);
  }

  /// One half of them says so with its status, the other only in words.
  private static Answer expired(Home home) {
    String body =
        Html.page(
            "Listing expired",
            "",
            "<div class=\"message notice\">This listing has expired or was removed by its owner.</div>");
    return Answer.html(body).withStatus(home.number() % 2 == 0 ? 410 : 200);
  }

  private static String torn(String page) {
    int data = page.indexOf("<table");
    return page.substring(0, Math.min(page.length(), data + 24)) + "\uFFFD\u0000<<table";
  }

  private Home neighbour(Home home) {
    return homes.values().stream()
        .filter(
            other ->
                other.place().metro() == home.place().metro() && other.number() > home.number())
        .findFirst()
        .orElse(home);
  }

  private static final String PICTURE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80">
      <rect width="120" height="80" fill="#bcd"/><path d="M20 45 60 15l40 30v30H20z" fill="#875"/>
      </svg>
      """;
}
