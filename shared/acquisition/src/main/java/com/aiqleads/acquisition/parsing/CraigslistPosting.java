package com.aiqleads.acquisition.parsing;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A page about one posting, without the other postings that it also shows, and with the linked
/// data that is its own.
record CraigslistPosting(
    Document document, CraigslistIds ids, CraigslistData data, Scripts scripts, String title) {

  private static final String FOREIGN =
      ".postinginfo, [data-pid], a[href], li.cl-static-search-result, li.result-row, p.row,"
          + " .gallery-card";
  private static final String ROWS = "li.cl-static-search-result, li.result-row, p.row";
  private static final List<String> OWN =
      List.of("#titletextonly", "#postingbody", "#userbody", "#map", "#thumbs");
  private static final String MARK = "ld_posting_data";
  private static final int MAX_FOREIGN = 2_000;
  private static final String UNTITLED = "Home for sale";

  static CraigslistPosting of(Document document, CraigslistIds ids, Scripts scripts) {
    removeForeign(document, ids);
    String title = title(document);
    return new CraigslistPosting(
        document, ids, ownData(scripts, ids, title), scripts, title == null ? UNTITLED : title);
  }

  /// Drops every block around another posting, as far up as nothing of the page's own is inside.
  private static void removeForeign(Document document, CraigslistIds ids) {
    Kept kept = kept(document, ids);
    List<Element> foreign =
        document.select(Html.css(FOREIGN)).stream()
            .filter(element -> element.is(Html.css(ROWS)) || ids.isOther(element))
            .filter(element -> element.closest(Html.css(CraigslistPageState.BODY)) == null)
            .limit(MAX_FOREIGN)
            .toList();
    foreign.stream().filter(element -> !kept.holds(element)).forEach(kept::dropAround);
  }

  /// What holds the posting's own number; and what there is only once, for that is its own.
  private static Kept kept(Document document, CraigslistIds ids) {
    Kept kept = new Kept(document);
    document.select(Html.css(CraigslistIds.INFO)).stream().filter(ids::isOwn).forEach(kept::add);
    OWN.stream()
        .map(own -> document.select(Html.css(own)))
        .filter(found -> found.size() == 1)
        .forEach(found -> kept.add(found.getFirst()));
    return kept;
  }

  private static @Nullable String title(Document document) {
    String title = text(document.selectFirst(Html.css("#titletextonly")));
    return title == null ? CraigslistHeading.of(document).title() : title;
  }

  /// Named like the posting, for it has no id: of several the one that the site marks as its own. A
  /// single one of another name is somebody else's.
  private static CraigslistData ownData(
      Scripts scripts, CraigslistIds ids, @Nullable String title) {
    List<Scripts.Script> own =
        scripts.scripts().stream()
            .filter(Scripts.Script::isLinkedData)
            .filter(script -> isOwn(data(script), ids, CraigslistText.letters(title)))
            .toList();
    List<Scripts.Script> marked =
        own.size() < 2 ? own : own.stream().filter(each -> each.isNamed(MARK)).toList();
    return marked.size() == 1 ? data(marked.getFirst()) : CraigslistData.NONE;
  }

  private static boolean isOwn(CraigslistData data, CraigslistIds ids, String letters) {
    return data.name() != null
        && !data.isOfAnother(ids)
        && CraigslistText.letters(data.name()).equals(letters);
  }

  private static CraigslistData data(Scripts.Script script) {
    return Json.parse(script.text()).map(CraigslistData::new).orElse(CraigslistData.NONE);
  }

  @Nullable Element first(String selector) {
    return document.selectFirst(Html.css(selector));
  }

  /// The text of the first such element, on one line.
  @Nullable String line(String selector) {
    return CraigslistText.line(document.selectFirst(Html.css(selector)));
  }

  static @Nullable String text(@Nullable Element element) {
    String text = element == null ? "" : element.text().strip();
    return text.isEmpty() ? null : text;
  }

  @Nullable String meta(String name) {
    Element meta = document.selectFirst(Html.css("meta[name=" + name + "]"));
    return meta == null ? null : Bounds.line(Bounds.writable(meta.attr("content")).strip());
  }
}
