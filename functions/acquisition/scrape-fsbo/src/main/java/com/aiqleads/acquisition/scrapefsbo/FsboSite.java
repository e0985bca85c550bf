package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.crawling.Found;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.Site;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.parsing.FsboResults;
import com.aiqleads.acquisition.parsing.Html;
import com.aiqleads.acquisition.parsing.PageRefusal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// fsbo.com: the home page gives the key of the search form; the form leads to pages of links,
/// which since 2026 follow each other by link and before did so by form.
record FsboSite(SourcePolicy policy) implements Site {

  static final String SOURCE = "fsbo";

  private static final String RADIUS_MILES = "50";

  @Override
  public PageRequest start(Market market) {
    return PageRequest.get(policy.baseUrl());
  }

  @Override
  public Found read(FetchedPage page, Market market) {
    return Html.parse(page.body().asUtf8(), page.url().toString())
        .map(html -> page.request().equals(start(market)) ? home(html, market) : results(html))
        .orElseGet(Found::oversized);
  }

  private static Found home(Document html, Market market) {
    Element form = html.selectFirst("form:has(input[name=form_key]):has(input[name=searchQuery])");
    if (form == null) {
      PageRefusal refusal = FsboResults.of(html).refusal();
      return refusal != null && refusal.isUnwelcome() ? Found.refused(refusal) : Found.nothing();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("form_key", form.select("input[name=form_key]").attr("value"));
    fields.put("searchQuery", market.place());
    fields.put("radius", RADIUS_MILES);
    return submitted(form, fields).map(Found::step).orElseGet(Found::nothing);
  }

  @Override
  public Optional<PageRefusal> obstacle(FetchedPage page) {
    return FsboResults.obstacle(page.body().asUtf8(), page.url().toString());
  }

  private static Found results(Document html) {
    FsboResults results = FsboResults.of(html);
    PageRefusal refusal = results.refusal();
    if (refusal == PageRefusal.UNPAINTED) {
      return Found.nothingYet();
    }
    if (refusal != null) {
      return refusal == PageRefusal.EMPTY ? Found.empty() : Found.refused(refusal);
    }
    List<String> listings =
        results.links().stream()
            .flatMap(link -> address(link, "href").stream())
            .map(URI::toString)
            .filter(PageState::isAddress)
            .distinct()
            .toList();
    return Found.links(listings, next(html).stream().toList());
  }

  private static Optional<PageRequest> next(Document html) {
    Element link = html.selectFirst("a.action.next[href]");
    if (link != null) {
      return address(link, "href").map(PageRequest::get);
    }
    Element form = html.selectFirst("form#pagingForm");
    if (form == null || html.selectFirst(".nextPage") == null) {
      return Optional.empty();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    form.select("input[name]")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    return submitted(form, fields);
  }

  /// Empty for a form that is longer than an address may be: the place of a search is kept.
  private static Optional<PageRequest> submitted(Element form, Map<String, String> fields) {
    return address(form, "action")
        .map(url -> PageRequest.form(url, fields))
        .filter(request -> request.address().length() <= WebAddress.MAX_LENGTH);
  }

  /// Where a link leads; empty if that is no address, whatever a browser would make of it.
  private static Optional<URI> address(Element link, String attribute) {
    boolean fits = link.attr(attribute).length() <= WebAddress.MAX_LENGTH;
    String address = fits ? link.absUrl(attribute) : "";
    return address.isEmpty() ? Optional.empty() : WebAddress.of(link.baseUri(), address);
  }
}
