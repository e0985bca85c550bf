package com.aiqleads.acquisition.scrapelinkedin;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.crawling.Found;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.Site;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.parsing.JobPageParser;
import com.aiqleads.acquisition.parsing.LinkedInResults;
import com.aiqleads.acquisition.parsing.PageRefusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// LinkedIn as guests see it: one search for each market, ten postings at a time, each step as long
/// as what really came. No search goes beyond its thousandth posting; one that gets there is asked
/// again in narrower ones. Who hires is visited, too, and rarely; profiles of people never are.
record LinkedInSite(SourcePolicy policy) implements Site {

  static final String SOURCE = "linkedin";

  /// What a company says of itself hardly changes.
  static final Duration COMPANY_REST = Duration.ofDays(7);

  private static final String POSTING = "jobs-guest/jobs/api/jobPosting/";

  @Override
  public PageRequest start(Market market) {
    return request(JobSearch.FIRST, market);
  }

  @Override
  public Found read(FetchedPage page, Market market) {
    return LinkedInResults.of(page.body().asUtf8(), page.url().toString())
        .map(results -> found(results, JobSearch.in(page.request().url()), market))
        .orElseGet(Found::oversized);
  }

  @Override
  public Optional<PageRefusal> obstacle(FetchedPage page) {
    return LinkedInResults.obstacle(page.body().asUtf8(), page.url().toString());
  }

  @Override
  public Duration restOf(String address, Duration usual) {
    boolean company = JobPageParser.of(JobBoard.LINKEDIN).isCompany(address);
    return company ? COMPANY_REST : usual;
  }

  private Found found(LinkedInResults results, JobSearch search, Market market) {
    PageRefusal refusal = results.refusal();
    if (refusal != null) {
      return refusal == PageRefusal.EMPTY ? Found.empty() : Found.refused(refusal);
    }
    Stream<String> postings = results.numbers().stream().map(this::posting);
    Stream<String> companies = results.companies().stream().flatMap(this::company);
    List<String> pages = Stream.concat(postings, companies).toList();
    boolean full = search.isFull(results.returned());
    Stream<JobSearch> next =
        full ? search.narrower().stream() : search.behind(results.returned()).stream();
    Found found = Found.links(pages, next.map(each -> request(each, market)).toList());
    return full ? found.cutShort() : found;
  }

  /// The fragment that guests' browsers load, by the posting's number: a card's link may lead to
  /// another.
  private String posting(String number) {
    return policy.baseUrl().resolve(POSTING + number).toString();
  }

  /// On the site's own host, whichever of its others the card leads to.
  private Stream<String> company(String path) {
    return WebAddress.of(policy.baseUrl().toString(), path).map(URI::toASCIIString).stream();
  }

  private PageRequest request(JobSearch search, Market market) {
    return search.request(policy.baseUrl(), market.place());
  }
}
