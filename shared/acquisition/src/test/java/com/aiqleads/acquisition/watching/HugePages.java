package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.crawling.RecordingAnnouncements;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageBytes;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.RobotsEvidence;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.fetching.Validators;
import com.aiqleads.acquisition.parsing.FacebookPages;
import com.aiqleads.acquisition.parsing.JobPage;
import com.aiqleads.acquisition.parsing.JobPageParser;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.Pages;
import com.aiqleads.acquisition.parsing.ZillowPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/// Reads pages of 10 MB of every site, as its scraper does that has a handful of them, or as
/// parse-page does with one: `HugePages scrape|parse`, in a JVM with the heap of that function.
/// Prints what came of each, and the most heap that was in use.
public final class HugePages {

  private static final int HUGE = 10_000_000;

  /// Pages that a scraper has at once before it tells of them.
  private static final int HANDFUL = 24;

  private static final String MARKUP =
      "<p class='row'>Corner lot with a <a href='/mdc/reo/7000000002.html'>mango tree</a></p>";
  private static final String DATA =
      "{\"name\":\"Corner lot\",\"price\":649900,\"rooms\":[3,2.5]},";

  private HugePages() {}

  public static void main(String[] arguments) throws IOException {
    for (Map.Entry<String, Supplier<String>> page : pages().entrySet()) {
      String[] named = page.getKey().split(" ", 3);
      PageBytes body = PageBytes.of(page.getValue().get());
      String came =
          arguments[0].equals("scrape")
              ? scraped(named[0], named[2], body)
              : parsed(named[0], named[2], body.asUtf8());
      System.out.println(named[0] + " " + named[1] + ": " + came);
    }
    System.out.println("peak: " + peakMegabytes());
  }

  /// Each with more markup than may be read, and with data by the megabyte in a script or answer.
  private static Map<String, Supplier<String>> pages() {
    Map<String, Supplier<String>> pages = new LinkedHashMap<>();
    put(pages, "fsbo", Pages.FSBO_URL, Pages.text("fsbo-current.html"));
    put(pages, "craigslist", Pages.CRAIGSLIST_URL, Pages.text("craigslist-posting.html"));
    put(pages, "zillow", ZillowPages.HOME_URL, ZillowPages.home(ZillowPages.HOME));
    put(pages, "zillow", ZillowPages.SEARCH_URL, ZillowPages.search(ZillowPages.ROWS));
    put(pages, "facebook", FacebookPages.ITEM_URL, FacebookPages.item(FacebookPages.TEXT));
    put(pages, "linkedin", Pages.JOB_PAGE_URL, Pages.text("linkedin-page.html"));
    String answer = Pages.text("forsalebyowner.json");
    pages.put(
        "forsalebyowner data " + Pages.SEARCH_URL,
        () -> answer.replace("\"listings\": [", "\"listings\": [" + many(DATA)));
    return pages;
  }

  private static void put(
      Map<String, Supplier<String>> pages, String site, String url, String page) {
    int body = page.indexOf("<body") < 0 ? 0 : page.indexOf('>', page.indexOf("<body")) + 1;
    String start = page.substring(0, body);
    String rest = page.substring(body);
    String kind = url.contains("search") || url.endsWith("/fsbo/") ? "search-" : "";
    pages.put(site + " " + kind + "markup " + url, () -> start + many(MARKUP) + rest);
    pages.put(
        site + " " + kind + "data " + url,
        () -> start + "<script type=\"application/json\">[" + many(DATA) + "{}]</script>" + rest);
  }

  private static String many(String part) {
    return part.repeat(HUGE / part.length());
  }

  /// As fetched, kept and guarded: the whole handful waits for its last page.
  private static String scraped(String site, String url, PageBytes body) throws IOException {
    RecordingAnnouncements told = new RecordingAnnouncements();
    GuardedPages pages =
        new GuardedPages(
            told,
            new InMemoryWatchBook(),
            Sightings.parsed(_ -> Withholding.NOTHING),
            _ -> List.of(),
            InstantSource.system());
    for (int page = 0; page < HANDFUL; page++) {
      FetchedPage fetched = fetched(url + "?page=" + page, PageBytes.of(body.toArray()));
      zipped(fetched.body());
      PageState state =
          PageState.discovered(
              new Target(site, "miami-fl"), fetched.url().toString(), PageState.Kind.LISTING);
      pages.fetched(state.nextPageId(fetched), state, fetched, fetched.body().hash());
    }
    pages.flush();
    return told.sent().size() + " of " + HANDFUL + " told";
  }

  private static FetchedPage fetched(String url, PageBytes body) {
    URI address = URI.create(url);
    return new FetchedPage(
        PageRequest.get(address),
        address,
        200,
        "text/html",
        Validators.NONE,
        body,
        Pages.FETCHED_AT,
        new RobotsEvidence(address, 404, PageBytes.of(""), Pages.FETCHED_AT));
  }

  private static void zipped(PageBytes body) throws IOException {
    try (GZIPOutputStream gzip = new GZIPOutputStream(new ByteArrayOutputStream())) {
      gzip.write(body.toArray());
    }
  }

  private static String parsed(String site, String url, String text) {
    return JobBoard.find(site)
        .map(
            board ->
                JobPageParser.of(board)
                    .read(new JobPage(board, url, text, Pages.FETCHED_AT))
                    .getClass()
                    .getSimpleName())
        .orElseGet(
            () -> {
              Source source = Source.find(site).orElseThrow();
              return PageParser.of(source)
                  .read(new Page(source, url, text, Pages.FETCHED_AT))
                  .getClass()
                  .getSimpleName();
            });
  }

  private static long peakMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }
}
