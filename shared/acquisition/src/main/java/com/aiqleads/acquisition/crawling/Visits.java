package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.fetching.FetchOutcome;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.Grace;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Refusal;
import com.aiqleads.acquisition.fetching.Validators;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.acquisition.parsing.PageRefusal;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Visits to listings, a handful at a time. What a handful brought is kept only when its events are
/// on their queues: a run that is killed in between visits those pages again, and says the same.
record Visits(Site site, Ports ports, Intake intake, Grace grace, Run run) {

  private static final int HANDFUL = 24;
  private static final int MAX_TRIES = 4;

  /// A page to visit, and how often that was tried in this run.
  private record Visit(PageState page, int tries) {}

  private sealed interface Result {
    record Done(PageState page) implements Result {}

    record Again(Visit visit) implements Result {}

    record Stop() implements Result {}

    /// It leads to what is to be left alone.
    record Spared(PageState page) implements Result {}

    /// A mistake of ours, or something that we need is down; the page stays due.
    record Failed(PageState page, RuntimeException cause) implements Result {}
  }

  /// Visits all, or returns false if the site does not let it or the time is up. One page's failure
  /// is its own: it is thrown when the others had their turn, or when a whole handful failed.
  boolean make(List<PageState> due) {
    Deque<Visit> left = new ArrayDeque<>();
    due.forEach(page -> left.add(new Visit(page, 0)));
    List<RuntimeException> failures = new ArrayList<>();
    while (!left.isEmpty()) {
      List<Visit> handful = new ArrayList<>();
      while (handful.size() < HANDFUL && !left.isEmpty()) {
        handful.add(left.remove());
      }
      if (!keep(SideBySide.map(wanted(handful), this::tried), left, failures)) {
        return false;
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
    return true;
  }

  /// Without those that are to be left alone, asked right before they would be visited; where they
  /// stand is forgotten.
  private List<Visit> wanted(List<Visit> handful) {
    Set<String> spared =
        ports
            .spared()
            .among(
                site.policy().source(),
                handful.stream().map(visit -> visit.page().address()).toList());
    if (spared.isEmpty()) {
      return handful;
    }
    List<PageState> left =
        handful.stream().map(Visit::page).filter(page -> spared.contains(page.address())).toList();
    forget(left);
    return handful.stream().filter(visit -> !spared.contains(visit.page().address())).toList();
  }

  private void forget(List<PageState> spared) {
    ports.states().forget(spared);
    ports.log().spared(spared.getFirst().target(), spared.size());
  }

  private boolean keep(List<Result> results, Deque<Visit> left, List<RuntimeException> failures) {
    List<PageState> done = new ArrayList<>();
    boolean goOn = true;
    for (Result result : results) {
      switch (result) {
        case Result.Done(PageState page) -> done.add(page);
        case Result.Again(Visit visit) -> again(visit).ifPresent(left::add);
        case Result.Stop() -> goOn = false;
        case Result.Spared(PageState page) -> forget(List.of(page));
        case Result.Failed(PageState page, RuntimeException cause) -> {
          ports.log().failed(page, cause);
          failures.add(cause);
        }
      }
    }
    run.announcements().flush();
    ports.states().save(done);
    if (done.isEmpty() && !failures.isEmpty()) {
      throw failures.getFirst();
    }
    return goOn;
  }

  private static Optional<Visit> again(Visit visit) {
    return visit.tries() < MAX_TRIES ? Optional.of(visit) : Optional.empty();
  }

  private Result tried(Visit visit) {
    try {
      Result result =
          WebAddress.of(site.policy().baseUrl().toString(), visit.page().address())
              .map(address -> visited(visit, address))
              .orElseGet(() -> new Result.Done(intake.unchanged(visit.page())));
      return result instanceof Result.Done(PageState page) ? new Result.Done(looked(page)) : result;
    } catch (RuntimeException e) {
      return new Result.Failed(visit.page(), e);
    }
  }

  /// Whoever looked for a missing page and did not find it gone begins to count anew.
  private PageState looked(PageState page) {
    return isMissing(page) ? page.met() : page;
  }

  private boolean isMissing(PageState page) {
    return page.isMissing(grace, ports.clock().instant());
  }

  /// Of a page that may be gone for good the whole answer is wanted, not that it is as it was.
  private Result visited(Visit visit, URI address) {
    PageState page = visit.page();
    boolean missing = isMissing(page);
    FetchOutcome outcome =
        ports
            .fetch()
            .fetch(
                site.policy(),
                PageRequest.get(address),
                missing ? Validators.NONE : page.validators(),
                run.deadline());
    return switch (outcome) {
      case FetchOutcome.Fetched(FetchedPage fetched) -> fetched(page, fetched, missing);
      case FetchOutcome.NotModified() -> new Result.Done(intake.unchanged(page));
      case FetchOutcome.Gone(FetchedPage fetched) -> {
        PageState gone = intake.gone(page, fetched);
        yield new Result.Done(missing ? intake.vanished(page, fetched, gone) : gone);
      }
      case FetchOutcome.Throttled _, FetchOutcome.Unreachable _ ->
          new Result.Again(new Visit(page, visit.tries() + 1));
      case FetchOutcome.Postponed _ -> new Result.Stop();
      case FetchOutcome.Refused(Refusal reason) -> refused(page, reason);
    };
  }

  /// A page that stands before the listing is told of, and is not the listing's.
  private Result fetched(PageState page, FetchedPage fetched, boolean missing) {
    Optional<PageRefusal> obstacle = site.obstacle(fetched).filter(PageRefusal::isUnwelcome);
    if (obstacle.isPresent()) {
      intake.refused(page.target(), fetched, obstacle.get());
      return new Result.Stop();
    }
    PageState back = page.kind() == PageState.Kind.GONE ? intake.foundAgain(page) : page;
    PageState seen = intake.seen(back, fetched);
    return new Result.Done(
        missing && showsAnEnd(fetched) ? intake.vanished(page, fetched, seen) : seen);
  }

  /// Many a site says with all signs of success that an advertisement has ended.
  private boolean showsAnEnd(FetchedPage fetched) {
    return Source.find(site.policy().source())
        .map(source -> PageParser.of(source).read(page(source, fetched)))
        .filter(reading -> reading instanceof PageReading.Refused refused && refused.isEnd())
        .isPresent();
  }

  private static Page page(Source source, FetchedPage fetched) {
    return new Page(source, fetched.url().toString(), fetched.body().asUtf8(), fetched.fetchedAt());
  }

  /// Who is not let in leaves; a single page that may not be had is looked at again later.
  private Result refused(PageState page, Refusal reason) {
    return switch (reason) {
      case ACCESS_DENIED, NOT_APPROVED -> new Result.Stop();
      case DISALLOWED_BY_ROBOTS, FOREIGN_HOST, TOO_LARGE, TOO_MANY_REDIRECTS ->
          new Result.Done(intake.unchanged(page));
      case SPARED -> new Result.Spared(page);
    };
  }
}
