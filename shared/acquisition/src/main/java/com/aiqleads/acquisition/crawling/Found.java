package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.parsing.PageRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one page of a search gave.
///
/// @param holdsListings whether the page itself shows whole listings
/// @param listings addresses of listings, each a page of its own
/// @param next where the search goes on: nowhere at its end, at several places where a site shows
///     no more of one search than so much
/// @param refusal why something of the page was left; null if nothing was
/// @param undrawn whether it came without what it should show: it is asked for again
/// @param cut whether it may lack listings that the site has: then nothing is proved to be missing
public record Found(
    boolean holdsListings,
    List<String> listings,
    List<PageRequest> next,
    @Nullable PageRefusal refusal,
    boolean undrawn,
    boolean cut) {

  /// On one page of results: the sites show between 20 and 360.
  public static final int MAX_LISTINGS = 500;

  public Found {
    listings = List.copyOf(listings);
    next = List.copyOf(next);
  }

  /// A page of whole listings.
  public static Found answer(List<PageRequest> next) {
    return new Found(true, List.of(), next, null, false, false);
  }

  /// Each page once, however it is linked to. Without any listing it may be a page that we do not
  /// know any more.
  public static Found links(List<String> links, List<PageRequest> next) {
    List<String> listings = links.stream().map(WebAddress::canonical).distinct().toList();
    return listings.size() <= MAX_LISTINGS
        ? new Found(false, listings, next, null, false, listings.isEmpty())
        : new Found(
            false, listings.subList(0, MAX_LISTINGS), next, PageRefusal.CROWDED, false, true);
  }

  /// The same of a search that has more than its site shows of it.
  public Found cutShort() {
    return new Found(holdsListings, listings, next, refusal, undrawn, true);
  }

  boolean isUnwelcome() {
    return refusal != null && refusal.isUnwelcome();
  }

  /// Whether the site has shown as much as it will for now.
  boolean isTooSoon() {
    return refusal == PageRefusal.RATE_LIMITED;
  }

  public static Found oversized() {
    return refused(PageRefusal.OVERSIZED);
  }

  public static Found refused(PageRefusal reason) {
    return new Found(false, List.of(), List.of(), reason, false, true);
  }

  public static Found step(PageRequest next) {
    return new Found(false, List.of(), List.of(next), null, false, false);
  }

  /// The site itself says that it has none here.
  public static Found empty() {
    return new Found(false, List.of(), List.of(), null, false, false);
  }

  /// A page that leads nowhere, for whatever reason.
  public static Found nothing() {
    return new Found(false, List.of(), List.of(), null, false, true);
  }

  public static Found nothingYet() {
    return new Found(false, List.of(), List.of(), null, true, true);
  }
}
