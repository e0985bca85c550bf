package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.Absence;
import com.aiqleads.acquisition.fetching.Crawl;
import com.aiqleads.acquisition.fetching.FetchOutcome;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Refusal;
import com.aiqleads.acquisition.fetching.Sweep;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.fetching.Validators;
import com.aiqleads.acquisition.parsing.PageRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The search for a target's listings. Its place is kept after each page, once the page's listings
/// are known and its events are on their queues; so it may be killed anywhere.
record Search(Site site, Market market, Target target, Ports ports, Intake intake, Run run) {

  private static final int MAX_FAILURES_IN_A_ROW = 5;

  /// Goes on until nothing is left to search, or returns false if the site does not let it.
  boolean finish(Map<String, PageState> known) {
    Crawl crawl = begin();
    int failures = 0;
    int undrawn = 0;
    while (crawl instanceof Crawl.Searching searching) {
      switch (fetched(searching)) {
        case FetchOutcome.Fetched(FetchedPage page) -> {
          Found found = site.read(page, market);
          undrawn = found.undrawn() ? undrawn + 1 : 0;
          failures = 0;
          if (found.isTooSoon()) {
            told(page, found);
            return false;
          }
          if (found.isUnwelcome()) {
            advanced(searching, page, found, known);
            return false;
          }
          if (undrawn == 0) {
            crawl = advanced(searching, page, found, known);
          } else if (undrawn == MAX_FAILURES_IN_A_ROW) {
            crawl = advanced(searching, page, Found.refused(PageRefusal.UNPAINTED), known);
            undrawn = 0;
          }
        }
        case FetchOutcome.Throttled _, FetchOutcome.Unreachable _ -> {
          failures++;
          if (failures == MAX_FAILURES_IN_A_ROW) {
            return false;
          }
        }
        case FetchOutcome.Postponed _ -> {
          return false;
        }
        // The way through the results is broken, perhaps by a form key of yesterday:
        // next time anew.
        case FetchOutcome.Refused(Refusal reason) -> {
          crawl = skipped(searching);
          if (reason == Refusal.ACCESS_DENIED) {
            return false;
          }
        }
        case FetchOutcome.Gone _, FetchOutcome.NotModified _ -> crawl = skipped(searching);
      }
    }
    return true;
  }

  /// The request stays the next one: whoever waits is answered.
  private void told(FetchedPage page, Found found) {
    if (found.refusal() != null) {
      intake.refused(target, page, found.refusal());
    }
    run.announcements().flush();
  }

  private FetchOutcome fetched(Crawl.Searching searching) {
    return ports.fetch().fetch(site.policy(), searching.next(), Validators.NONE, run.deadline());
  }

  private Crawl begin() {
    return ports
        .crawls()
        .find(target)
        .filter(crawl -> crawl instanceof Crawl.Searching || !isOver(crawl.round()))
        .orElseGet(() -> new Crawl.Searching(target, run.round(), List.of(site.start(market))));
  }

  /// Whether it is time for another round than that.
  private boolean isOver(Instant round) {
    return round.isBefore(run.round()) && !run.round().isBefore(round.plus(market.cadence()));
  }

  private Crawl skipped(Crawl.Searching searching) {
    Crawl crawl = searching.then(List.of(), Sweep.BROKEN);
    ports.crawls().save(crawl);
    return crawl;
  }

  private Crawl advanced(
      Crawl.Searching searching, FetchedPage page, Found found, Map<String, PageState> known) {
    List<PageState> learnt = new ArrayList<>();
    if (found.holdsListings()) {
      learnt.add(intake.seen(state(page.request().address(), PageState.Kind.RESULTS, known), page));
    }
    Set<String> spared = spared(found.listings(), known);
    found.listings().stream()
        .filter(address -> !spared.contains(address))
        .forEach(address -> learnt.addAll(met(address, known)));
    Sweep sweep = found.cut() ? Sweep.BROKEN : searching.sweep().meeting(found.listings());
    Crawl crawl = searching.then(found.next(), sweep);
    if (crawl instanceof Crawl.Searched) {
      learnt.addAll(missed(sweep, searching.round(), known));
    }
    learnt.forEach(state -> known.put(state.address(), state));
    told(page, found);
    ports.states().save(learnt);
    ports.crawls().save(crawl);
    return crawl;
  }

  /// Where they stand is not even remembered; what is known already the visits forget.
  private Set<String> spared(List<String> found, Map<String, PageState> known) {
    List<String> fresh = found.stream().filter(address -> !known.containsKey(address)).toList();
    return fresh.isEmpty() ? Set.of() : ports.spared().among(target.source(), fresh);
  }

  /// What is to be kept of a listing that is found: nothing, if it was known and there.
  private List<PageState> met(String address, Map<String, PageState> known) {
    PageState state = known.get(address);
    if (state == null) {
      return List.of(PageState.discovered(target, address, PageState.Kind.LISTING));
    }
    return switch (state.kind()) {
      case GONE, VANISHED -> List.of(intake.foundAgain(state));
      case LISTING, RESULTS ->
          state.absence().equals(Absence.NONE) ? List.of() : List.of(state.met());
    };
  }

  /// At the end of a search that left nothing out: what it did not find.
  private static List<PageState> missed(Sweep sweep, Instant round, Map<String, PageState> known) {
    return known.values().stream()
        .filter(state -> sweep.misses(state.address()))
        .filter(state -> !state.missedIn(round).equals(state))
        .map(state -> state.missedIn(round))
        .toList();
  }

  private PageState state(String address, PageState.Kind kind, Map<String, PageState> known) {
    PageState state = known.get(address);
    return state == null ? PageState.discovered(target, address, kind) : state;
  }
}
