package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Source;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page that is damaged, and how its parser reads what is left of it.
///
/// @param own the one advertisement that its address names, in the form that its records have
/// @param crawled what a crawl reads of the same text
record FuzzSubject(
    String name,
    String url,
    String text,
    Optional<ListingId> own,
    Function<String, List<Found>> parser,
    BiConsumer<String, String> crawled) {

  /// A number that stands for another, as `1e3` for `1000`.
  private static final Pattern EXPONENT = Pattern.compile("\\d[eE]\\+?\\d");

  /// An advertisement that was read.
  record Found(ListingId id, String siteId) {}

  static FuzzSubject of(String name, Page page) {
    PageParser parser = PageParser.of(page.source());
    // The token of an address of craigslist is no id of a record that knows its number.
    Optional<ListingId> own =
        page.source() == Source.CRAIGSLIST ? Optional.empty() : parser.listingAt(page.url());
    return new FuzzSubject(
        name,
        page.url(),
        page.text(),
        own,
        text -> found(parser.read(new Page(page.source(), page.url(), text, page.fetchedAt()))),
        (_, _) -> {});
  }

  static FuzzSubject of(String name, JobPage page) {
    JobPageParser parser = JobPageParser.of(page.board());
    return new FuzzSubject(
        name,
        page.url(),
        page.text(),
        parser.jobAt(page.url()),
        text -> found(parser.read(new JobPage(page.board(), page.url(), text, page.fetchedAt()))),
        (_, _) -> {});
  }

  FuzzSubject crawledBy(BiConsumer<String, String> crawl) {
    return new FuzzSubject(name, url, text, own, parser, crawl);
  }

  private static List<Found> found(PageReading reading) {
    return switch (reading) {
      case PageReading.Refused _ -> List.of();
      case PageReading.Read read ->
          read.listings().stream()
              .map(one -> new Found(one.listing().id(), one.listing().sourceListingId()))
              .toList();
    };
  }

  private static List<Found> found(JobReading reading) {
    return switch (reading) {
      case JobReading.Refused _ -> List.of();
      case JobReading.Read read ->
          read.jobs().stream().map(one -> new Found(one.job().id(), one.job().number())).toList();
      case JobReading.Described described -> {
        String handle = String.valueOf(described.company().employer().handle());
        yield List.of(new Found(new ListingId(Ids.derived(handle)), handle));
      }
    };
  }

  /// What is wrong with what was read of such a text; any exception is, too.
  Stream<String> faultsOf(String damaged) {
    List<Found> all = parser.apply(damaged);
    crawled.accept(damaged, url);
    return all.stream()
        .filter(one -> !isOwn(one, damaged))
        .map(one -> "a record of " + one.siteId());
  }

  /// The advertisement of the address, or one that the page names itself.
  private boolean isOwn(Found one, String damaged) {
    return own.map(one.id()::equals)
        .orElseGet(
            () ->
                url.contains(one.siteId())
                    || Bounds.writable(damaged).contains(one.siteId())
                    || EXPONENT.matcher(damaged).find());
  }
}
