package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Source;

/// Pages of Zillow around their data.
public final class ZillowPages {

  public static final String HOME_URL =
      "https://www.zillow.com/homedetails/1468-SW-22nd-Ter-Miami-FL-33146/43210001_zpid/";
  public static final String SEARCH_URL = "https://www.zillow.com/miami-fl/fsbo/";
  public static final String HOME = Pages.text("zillow-home.json");
  public static final String ROWS = Pages.text("zillow-rows.json");

  /// What the page of a home draws.
  static final String DRAWN =
      """
      <h1>1468 SW 22nd Ter #4, Miami, FL 33146</h1><span data-testid="price">$649,900</span>
      <div data-testid="bed-bath-sqft-fact-container">3 beds</div>
      <div data-testid="bed-bath-sqft-fact-container">2.5 baths</div>
      <div data-testid="bed-bath-sqft-fact-container">1,742 sqft</div>
      """;

  private ZillowPages() {}

  public static String home(String property) {
    return home(property, DRAWN);
  }

  static String home(String property, String body) {
    return next(
        "{\"props\":{\"pageProps\":{\"componentProps\":{\"gdpClientCache\":%s}}}}"
            .formatted(quoted(answers(property))),
        body);
  }

  /// The answers to what a page asked, each about one home.
  static String answers(String... properties) {
    StringBuilder answers = new StringBuilder("{\"viewer\":{\"user\":null}");
    for (int at = 0; at < properties.length; at++) {
      answers
          .append(",\"FullRenderQuery")
          .append(at)
          .append("{\\\"zpid\\\":1}\":{\"property\":")
          .append(properties[at])
          .append('}');
    }
    return answers.append('}').toString();
  }

  public static String search(String rows) {
    return search(rows, 7, "");
  }

  static String search(String rows, int total, String body) {
    return next(
        "{\"props\":{\"pageProps\":{\"searchPageState\":" + state(rows, total) + "}}}", body);
  }

  static String state(String rows, int total) {
    return """
        {"queryState":{"mapBounds":{"west":-80.9,"east":-80.1,"south":25.1,"north":25.9}},
        "cat1":{"searchResults":{"mapResults":[{"zpid":"1"}],"listResults":%s},
        "searchList":{"totalResultCount":%d,"totalPages":1,"resultsPerPage":41,
        "pagination":{"nextUrl":"/miami-fl/2_p/"}}}}"""
        .formatted(rows, total);
  }

  static String next(String json, String body) {
    return """
        <!doctype html><html><head><link rel="canonical" href="%s"></head><body>%s
        <script id="__NEXT_DATA__" type="application/json">%s</script></body></html>"""
        .formatted(HOME_URL, body, json);
  }

  static String quoted(String json) {
    return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
  }

  static Page page(String url, String text) {
    return new Page(Source.ZILLOW, url, text, Pages.FETCHED_AT);
  }
}
