package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/// Pages in the shapes that both sites have and had.
public final class Pages {

  public static final Instant FETCHED_AT = Instant.parse("2026-11-19T14:03:21Z");
  public static final String FSBO_URL = "https://fsbo.com/listings/listings/show/id/546213/";
  public static final String SEARCH_URL = "https://directory.forsalebyowner.com/search/listings";

  public static final String CRAIGSLIST_URL =
      "https://www.craigslist.org/view/d/miami-bright-house-near-coral-way/eeMN5hZjKAv-GN4qFKr_U8";
  public static final String CRAIGSLIST_SEARCH_URL =
      "https://www.craigslist.org/search/area/miami?cat=rea&purveyor=owner";

  public static final String JOB_URL =
      "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/4301000011";
  public static final String JOB_PAGE_URL =
      "https://www.linkedin.com/jobs/view/senior-accountant-at-harbor-lane-accounting-4301000011";
  public static final String JOB_SEARCH_URL =
      "https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search"
          + "?keywords=accountant&location=Miami&start=0";

  public static final String COMPANY_URL =
      "https://www.linkedin.com/company/harbor-lane-accounting";

  private Pages() {}

  public static String text(String name) {
    try (InputStream file = Pages.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page fsbo(String html) {
    return new Page(Source.FSBO, FSBO_URL, html, FETCHED_AT);
  }

  static Page forSaleByOwner(String json) {
    return new Page(Source.FORSALEBYOWNER, SEARCH_URL, json, FETCHED_AT);
  }

  static Page craigslist(String url, String html) {
    return new Page(Source.CRAIGSLIST, url, html, FETCHED_AT);
  }

  static JobPage job(String url, String html) {
    return new JobPage(JobBoard.LINKEDIN, url, html, FETCHED_AT);
  }
}
