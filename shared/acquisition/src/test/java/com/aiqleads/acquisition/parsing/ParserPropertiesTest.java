package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class ParserPropertiesTest {

  private static final String FSBO = Pages.text("fsbo-current.html");
  private static final String POSTING = Pages.text("craigslist-posting.html");
  private static final String HOME = ZillowPages.home(ZillowPages.HOME);
  private static final String ROWS = ZillowPages.search(ZillowPages.ROWS);
  private static final String ITEM = FacebookPages.item(FacebookPages.TEXT);
  private static final String EDGES = FacebookPages.search(FacebookPages.ROWS);
  private static final String JOB = Pages.text("linkedin-posting.html");
  private static final String COMPANY = Pages.text("linkedin-company.html");
  private static final String CARDS = Pages.text("linkedin-search.html");
  private static final String ANSWER = Pages.text("forsalebyowner.json");

  @Property(tries = 200)
  void noTextBreaksAParser(@ForAll Source source, @ForAll @StringLength(max = 300) String text) {
    Page page = new Page(source, Pages.FSBO_URL, text, Pages.FETCHED_AT);

    assertThat(PageParser.of(source).read(page)).isNotNull();
  }

  @Property(tries = 100)
  void noTextAndNoDamageBreaksAParserOfJobs(
      @ForAll @IntRange(max = 4000) int at, @ForAll @StringLength(max = 5) String damage) {
    JobPageParser parser = JobPageParser.of(JobBoard.LINKEDIN);

    assertThat(parser.read(Pages.job(Pages.JOB_SEARCH_URL, damage))).isNotNull();
    assertThat(parser.read(Pages.job(damage, damaged(JOB, at, damage)))).isNotNull();
    assertThat(parser.read(Pages.job(Pages.JOB_URL, damaged(JOB, at, damage)))).isNotNull();
    assertThat(parser.read(Pages.job(Pages.COMPANY_URL, damaged(COMPANY, at, damage)))).isNotNull();
    assertThat(parser.read(Pages.job(Pages.JOB_SEARCH_URL, damaged(CARDS, at, damage))))
        .isNotNull();
  }

  @Property(tries = 100)
  void noDamageBreaksAParser(
      @ForAll @IntRange(max = 4000) int at, @ForAll @StringLength(max = 5) String damage) {
    assertThat(PageParser.of(Source.FSBO).read(Pages.fsbo(damaged(FSBO, at, damage)))).isNotNull();
    assertThat(
            PageParser.of(Source.CRAIGSLIST)
                .read(Pages.craigslist(Pages.CRAIGSLIST_URL, damaged(POSTING, 2 * at, damage))))
        .isNotNull();
    PageParser zillow = PageParser.of(Source.ZILLOW);
    assertThat(zillow.read(ZillowPages.page(ZillowPages.HOME_URL, damaged(HOME, at, damage))))
        .isNotNull();
    assertThat(zillow.read(ZillowPages.page(ZillowPages.SEARCH_URL, damaged(ROWS, at, damage))))
        .isNotNull();
    PageParser facebook = PageParser.of(Source.FACEBOOK);
    assertThat(facebook.read(FacebookPages.of(FacebookPages.ITEM_URL, damaged(ITEM, at, damage))))
        .isNotNull();
    assertThat(
            facebook.read(FacebookPages.of(FacebookPages.SEARCH_URL, damaged(EDGES, at, damage))))
        .isNotNull();
    assertThat(
            PageParser.of(Source.FORSALEBYOWNER)
                .read(Pages.forSaleByOwner(damaged(ANSWER, at, damage))))
        .isNotNull();
  }

  private static String damaged(String text, int at, String damage) {
    int place = Math.min(at, text.length());
    int rest = Math.min(text.length(), place + damage.length());
    return text.substring(0, place) + damage + text.substring(rest);
  }
}
