package com.aiqleads.local.sandbox;

/// What the sites ask of robots: one file, as all share an address.
final class RobotsFile {

  private static final String USUAL =
      """
      # Sandbox
      User-agent: *
      Crawl-delay: SECONDS
      Disallow: /fsbo/account/
      Disallow: /fsbo/listings/listings/show/id/*/preview/
      Disallow: /forsalebyowner/admin/
      Disallow: /craigslist/reply
      Disallow: /craigslist/fb/
      Disallow: /craigslist/suggest
      Disallow: /craigslist/flag
      Disallow: /craigslist/mf
      Disallow: /craigslist/eaf
      Disallow: /linkedin/in/
      Disallow: /linkedin/company/*/people/
      Disallow: /zillow/graphql/
      Disallow: /zillow/myzillow/
      Disallow: /facebook/api/graphql/
      Disallow: /facebook/marketplace/profile/
      Allow: /
      """;
  private static final String DELAY_SECONDS = "0.001";
  private static final String LONG_DELAY_SECONDS = "2";

  private RobotsFile() {}

  static Answer answer(Faults faults) {
    if (faults.isOn(Fault.ROBOTS_UNAVAILABLE)) {
      return Answer.text(503, "Service unavailable");
    }
    if (faults.isOn(Fault.ROBOTS_MISSING)) {
      return Answer.text(404, "Not found");
    }
    if (faults.isOn(Fault.ROBOTS_FORBID)) {
      return Answer.text(200, "User-agent: *\nDisallow: /\n");
    }
    boolean slow = faults.isOn(Fault.CRAWL_DELAY);
    return Answer.text(200, USUAL.replace("SECONDS", slow ? LONG_DELAY_SECONDS : DELAY_SECONDS));
  }

  /// Whether a polite robot never asks for this address.
  static boolean forbids(String path) {
    return path.startsWith("/fsbo/account/")
        || path.startsWith("/forsalebyowner/admin/")
        || path.matches("/linkedin/(in/|company/[^/]+/people/).*")
        || path.matches("/zillow/(graphql|myzillow)/.*")
        || path.matches("/facebook/(api/graphql|marketplace/profile)/.*")
        || path.matches("/craigslist/(reply|fb/|suggest|flag|mf|eaf).*")
        || (path.startsWith("/fsbo/listings/listings/show/id/") && path.contains("/preview/"));
  }
}
