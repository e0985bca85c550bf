package com.aiqleads.acquisition.eraseperson;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.approving.SourceBook;
import com.aiqleads.acquisition.erasing.ErasableItems;
import com.aiqleads.acquisition.erasing.ErasableRecords.Page;
import com.aiqleads.acquisition.erasing.Erasures.Place;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.acquisition.suppression.Person;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is remembered beside the record: when a page is looked at again, what is usual in its
/// market, and where a home stands.
@Singleton
final class ForgetItems {

  private static final String VISITED = "dynamodb page-states";
  private static final String WATCHED = "dynamodb watches";
  private static final String ANSWERS = "dynamodb validation-cache";

  private final ErasableItems items;
  private final SourceBook book;

  ForgetItems(ErasableItems items, SourceBook book) {
    this.items = items;
    this.book = book;
  }

  /// How much there was, by place.
  List<Place> all(Person person, List<Held> held, List<Page> pages) {
    List<Advertisement> seen = held.stream().map(Held::advertisement).toList();
    Map<Target, List<Listing>> listings =
        seen.stream()
            .collect(
                Collectors.groupingBy(
                    one -> new Target(one.listing().source().id(), one.market()),
                    Collectors.mapping(Advertisement::listing, Collectors.toList())));
    long visited = 0;
    long watched = 0;
    for (var one : urls(listings, pages).entrySet()) {
      Target target = one.getKey();
      Set<String> ids =
          listings.getOrDefault(target, List.of()).stream()
              .map(Listing::sourceListingId)
              .collect(Collectors.toSet());
      visited += items.forgetPages(target.source(), target.market(), one.getValue());
      watched += items.forgetWatched(target.source(), target.market(), ids, one.getValue());
    }
    return List.of(
        new Place(VISITED, visited, 0),
        new Place(WATCHED, watched, 0),
        new Place(ANSWERS, items.forgetHomes(homes(person, seen)), 0));
  }

  private Map<Target, Set<String>> urls(Map<Target, List<Listing>> listings, List<Page> pages) {
    Map<Target, Set<String>> urls = new HashMap<>();
    listings.forEach((target, some) -> some.forEach(one -> add(one.url(), target, urls)));
    pages.forEach(page -> target(page).ifPresent(target -> add(page.url(), target, urls)));
    Set<Target> known = Set.copyOf(urls.keySet());
    pages.stream()
        .filter(page -> target(page).isEmpty())
        .forEach(
            page -> all(page.source(), known).forEach(target -> add(page.url(), target, urls)));
    return urls;
  }

  private static void add(String url, Target target, Map<Target, Set<String>> urls) {
    urls.computeIfAbsent(target, _ -> new HashSet<>()).add(url);
  }

  private static Optional<Target> target(Page page) {
    return Optional.ofNullable(page.market()).map(market -> new Target(page.source(), market));
  }

  /// Every market of a source that is searched, was, or has something of the person.
  private Set<Target> all(String source, Set<Target> known) {
    return Stream.concat(
            known.stream().filter(target -> target.source().equals(source)),
            CrawledSite.find(source).stream()
                .flatMap(site -> book.targets(site).stream())
                .map(one -> new Target(source, one.market())))
        .collect(Collectors.toSet());
  }

  private static Set<Address> homes(Person person, List<Advertisement> seen) {
    return Stream.concat(person.addresses().stream(), seen.stream().map(Advertisement::address))
        .collect(Collectors.toSet());
  }
}
