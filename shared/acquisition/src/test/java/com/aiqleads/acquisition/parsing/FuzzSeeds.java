package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// The pages that a fuzzer damages: a search and a detail of every site, in the shapes that it has
/// and had.
final class FuzzSeeds {

  private static final String GRID =
      """
      <div class="cl-search-results"><div class="cl-search-result" data-pid="7890123456">
      <a class="posting-title" href="https://www.craigslist.org/view/d/x/AAAAAAAAAAAAAAAAAAAAA1"><span class="label">House</span></a>
      <span class="priceinfo">$310,000</span><span class="housing-meta"><span class="post-bedrooms">3br</span>
      <span class="post-sqft">1,500ft2</span></span><span class="result-location">Miami</span></div></div>
      """;
  private static final String ROWS_OF_2016 =
      """
      <ul class="rows"><li class="result-row" data-pid="5890123456">
      <p class="result-info"><time class="result-date" datetime="2016-11-03 10:00">Nov 3</time>
      <a href="/mdc/reo/5890123456.html" class="result-title hdrlnk">House</a>
      <span class="result-price">$310000</span><span class="housing">3br - 1500ft<sup>2</sup> -</span>
      <span class="result-hood"> (Miami)</span></p></li></ul>
      """;
  private static final String ROWS_OF_2012 =
      """
      <p class="row" data-latitude="25.7" data-longitude="-80.1" data-pid="3290123456">
      <span class="pl"><span class="date">Nov 2</span>
      <a href="http://miami.craigslist.org/mdc/reo/3290123456.html">House</a></span>
      <span class="l2"><span class="price">$310000</span><span class="pnr"><small> (Miami)</small></span></span></p>
      """;
  private static final String ROWS_OF_2009 =
      """
      <p class="row"> Nov 2 - <a href="http://miami.craigslist.org/mdc/reo/1290123456.html">$310000 / 3br - House -</a>
      <font size="-1"> (Miami)</font></p>
      """;
  private static final String HOME_OF_2023 =
      """
      <html><body><script id="hdpApolloPreloadedData" type="application/json">%s</script></body></html>"""
          .formatted(
              "{\"apiCache\":%s}"
                  .formatted(ZillowPages.quoted(ZillowPages.answers(ZillowPages.HOME))));

  private FuzzSeeds() {}

  static List<FuzzSubject> all() {
    return Stream.of(homes(), craigslist(), zillow(), facebook(), jobs())
        .flatMap(subjects -> subjects)
        .toList();
  }

  private static Stream<FuzzSubject> homes() {
    return Stream.of(
        page("fsbo", Source.FSBO, Pages.FSBO_URL, Pages.text("fsbo-current.html")),
        page("fsbo-older", Source.FSBO, Pages.FSBO_URL, Pages.text("fsbo-older.html")),
        page(
            "forsalebyowner",
            Source.FORSALEBYOWNER,
            Pages.SEARCH_URL,
            Pages.text("forsalebyowner.json")));
  }

  private static Stream<FuzzSubject> craigslist() {
    BiConsumer<String, String> crawl = CraigslistResults::of;
    Stream<FuzzSubject> searches =
        Stream.of(
                Pages.text("craigslist-search.html"),
                GRID,
                ROWS_OF_2016,
                ROWS_OF_2012,
                ROWS_OF_2009)
            .map(
                rows ->
                    page(
                        "craigslist-search-" + rows.length(),
                        Source.CRAIGSLIST,
                        Pages.CRAIGSLIST_SEARCH_URL,
                        rows.contains("<html") ? rows : searchOf(rows)));
    FuzzSubject posting =
        page(
            "craigslist-posting",
            Source.CRAIGSLIST,
            Pages.CRAIGSLIST_URL,
            Pages.text("craigslist-posting.html"));
    return Stream.concat(searches, Stream.of(posting)).map(subject -> subject.crawledBy(crawl));
  }

  private static String searchOf(String rows) {
    return "<html><script src='https://www.craigslist.org/static/a'></script>" + rows + "</html>";
  }

  private static Stream<FuzzSubject> zillow() {
    BiConsumer<String, String> crawl =
        (text, url) -> {
          ZillowResults.of(text, url);
          ZillowResults.obstacle(text, url);
        };
    String answer = ZillowPages.state(ZillowPages.ROWS, 7);
    return Stream.of(
            page("zillow", Source.ZILLOW, ZillowPages.HOME_URL, ZillowPages.home(ZillowPages.HOME)),
            page("zillow-2023", Source.ZILLOW, ZillowPages.HOME_URL, HOME_OF_2023),
            page(
                "zillow-search",
                Source.ZILLOW,
                ZillowPages.SEARCH_URL,
                ZillowPages.search(ZillowPages.ROWS)),
            page("zillow-answer", Source.ZILLOW, ZillowPages.SEARCH_URL, answer))
        .map(subject -> subject.crawledBy(crawl));
  }

  private static Stream<FuzzSubject> facebook() {
    BiConsumer<String, String> crawl =
        (text, url) -> {
          FacebookResults.of(text, url);
          FacebookResults.obstacle(text, url);
        };
    String answer = "{\"data\":{" + FacebookPages.answer(FacebookPages.ROWS, "") + "}}";
    return Stream.of(
            page(
                "facebook",
                Source.FACEBOOK,
                FacebookPages.ITEM_URL,
                FacebookPages.item(FacebookPages.TEXT)),
            page(
                "facebook-drawn",
                Source.FACEBOOK,
                FacebookPages.ITEM_URL,
                FacebookPages.page(
                    FacebookPages.ITEM_ROUTE, FacebookPages.FEED + FacebookPages.DRAWN)),
            page(
                "facebook-search",
                Source.FACEBOOK,
                FacebookPages.SEARCH_URL,
                FacebookPages.search(FacebookPages.ROWS)),
            page("facebook-answer", Source.FACEBOOK, FacebookPages.SEARCH_URL, answer))
        .map(subject -> subject.crawledBy(crawl));
  }

  private static Stream<FuzzSubject> jobs() {
    BiConsumer<String, String> crawl =
        (text, url) -> {
          LinkedInResults.of(text, url);
          LinkedInResults.obstacle(text, url);
        };
    return Stream.of(
            job("linkedin", Pages.JOB_URL, Pages.text("linkedin-posting.html")),
            job("linkedin-page", Pages.JOB_PAGE_URL, Pages.text("linkedin-page.html")),
            job("linkedin-company", Pages.COMPANY_URL, Pages.text("linkedin-company.html")),
            job("linkedin-search", Pages.JOB_SEARCH_URL, Pages.text("linkedin-search.html")),
            job(
                "linkedin-search-2020",
                Pages.JOB_SEARCH_URL,
                Pages.text("linkedin-search-2020.html")))
        .map(subject -> subject.crawledBy(crawl));
  }

  private static FuzzSubject page(String name, Source source, String url, String text) {
    return FuzzSubject.of(name, new Page(source, url, text, Pages.FETCHED_AT));
  }

  private static FuzzSubject job(String name, String url, String text) {
    return FuzzSubject.of(name, new JobPage(JobBoard.LINKEDIN, url, text, Pages.FETCHED_AT));
  }
}
