package com.aiqleads.marketplace.rebuildindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.search.Catalog;
import com.aiqleads.marketplace.search.InMemoryLeadIndex;
import com.aiqleads.marketplace.search.InMemoryRebuilds;
import com.aiqleads.marketplace.search.IndexAnswer;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.IndexUnavailable;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.search.LeadIndex;
import com.aiqleads.marketplace.search.RebuildId;
import com.aiqleads.marketplace.search.Rebuilds;
import com.aiqleads.marketplace.search.SearchFixtures;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RebuildIndexTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final RebuildId OTHER = new RebuildId(Ids.derived("rebuild", "other"));

  private final InMemoryLeadIndex index = new InMemoryLeadIndex();
  private final InMemoryRebuilds rebuilds = new InMemoryRebuilds();
  private final Shelf shelf = new Shelf();
  private final RebuildIndex rebuildIndex = new RebuildIndex(shelf, index, rebuilds, () -> NOW);

  @Test
  void fillsTheNewIndexFromTheDatabase() {
    shelf.put(lead(1, 4), NOW.minus(Duration.ofDays(3)));
    shelf.put(lead(2, 1), NOW.minus(Duration.ofDays(2)));
    index.apply(List.of(new IndexChange.Put(lead(9, 1))));

    rebuildIndex.rebuild();

    assertThat(index.leads()).containsExactlyInAnyOrder(lead(1, 4), lead(2, 1));
    assertThat(rebuilds.inProgress()).isFalse();
  }

  @Test
  void readsMoreThanOnePage() {
    for (int number = 0; number < RebuildIndex.PAGE + 3; number++) {
      shelf.put(lead(number, 1), NOW.minus(Duration.ofDays(1)));
    }

    rebuildIndex.rebuild();

    assertThat(index.leads()).hasSize(RebuildIndex.PAGE + 3);
  }

  @Test
  void losesNothingThatIsPublishedMeanwhile() {
    shelf.put(lead(1, 1), NOW.minus(Duration.ofDays(1)));
    shelf.meanwhile(
        () -> {
          shelf.put(lead(0, 1), NOW.plusSeconds(1));
          shelf.put(lead(1, 2), NOW.plusSeconds(1));
        });

    rebuildIndex.rebuild();

    assertThat(index.leads()).containsExactlyInAnyOrder(lead(0, 1), lead(1, 2));
  }

  @Test
  void keepsNothingThatIsWithdrawnMeanwhile() {
    shelf.put(lead(1, 1), NOW.minus(Duration.ofDays(1)));
    shelf.put(lead(2, 1), NOW.minus(Duration.ofDays(1)));
    shelf.meanwhile(() -> shelf.withdraw(lead(1, 2), NOW.plusSeconds(1)));

    rebuildIndex.rebuild();

    assertThat(index.leads()).containsExactly(lead(2, 1));
  }

  @Test
  void remembersWhatWasWithdrawnLongAgo() {
    shelf.withdraw(lead(1, 2), NOW.minus(Duration.ofDays(90)));

    rebuildIndex.rebuild();
    index.apply(List.of(new IndexChange.Put(lead(1, 1))));

    assertThat(index.leads()).isEmpty();
  }

  @Test
  void saysThatItDidNothingWhileAnotherOneRuns() {
    shelf.put(lead(1, 1), NOW);
    rebuilds.begin(OTHER);

    assertThatThrownBy(rebuildIndex::rebuild)
        .isInstanceOf(RebuildRefused.class)
        .hasMessage(
            "the index was not rebuilt: another rebuild is in progress since"
                + " 2026-11-20T09:58:00Z; should that have died, try again from"
                + " 2026-11-20T10:13:00Z on");

    assertThat(index.leads()).isEmpty();
    assertThat(rebuilds.inProgress()).isTrue();
  }

  @Test
  void leavesTheNextOneItsClaimWhenItWasGivenUp() {
    shelf.put(lead(1, 1), NOW);
    shelf.meanwhile(
        () -> {
          rebuilds.giveUp();
          rebuilds.begin(OTHER);
        });

    rebuildIndex.rebuild();

    assertThat(rebuilds.inProgress()).isTrue();
  }

  @Test
  void goesOnWithoutWhatTheIndexNeverTakes() {
    shelf.put(lead(1, 1), NOW);
    shelf.put(lead(2, 1), NOW);
    index.answer(lead(1, 1).leadId(), new IndexAnswer.Refused("too long"));

    rebuildIndex.rebuild();

    assertThat(index.leads()).containsExactly(lead(2, 1));
  }

  @Test
  void leavesTheOldIndexInPlaceIfTheNewOneCannotTakeALeadNow() {
    shelf.put(lead(1, 1), NOW);
    index.apply(List.of(new IndexChange.Put(lead(9, 1))));
    index.answer(lead(1, 1).leadId(), new IndexAnswer.Postponed("too busy"));

    assertThatThrownBy(rebuildIndex::rebuild)
        .isInstanceOf(IndexUnavailable.class)
        .hasMessage("too busy");

    assertThat(index.leads()).containsExactly(lead(9, 1));
  }

  @Test
  void isOverWhenItFailed() {
    shelf.put(lead(1, 1), NOW);
    index.goDown();

    assertThatThrownBy(rebuildIndex::rebuild).hasMessage("no answer");

    assertThat(rebuilds.inProgress()).isFalse();
  }

  @Test
  void runsWhenItsScheduleIsDue() {
    shelf.put(lead(1, 1), NOW);
    try (ApplicationContext context =
        TestFunction.start("marketplace", "rebuild-index", new FakeQueues(), Map.of())) {
      context.registerSingleton(LeadIndex.class, index);
      context.registerSingleton(Catalog.class, shelf);
      context.registerSingleton(Rebuilds.class, rebuilds);

      new RebuildIndexHandler(context)
          .handleRequest(
              new ScheduledRun("rebuild-index", NOW), new FakeInvocation(Duration.ofMinutes(9)));
    }

    assertThat(index.leads()).hasSize(1);
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (RebuildIndexHandler deployed = new RebuildIndexHandler()) {
      assertThat(deployed.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static IndexedLead lead(int number, long version) {
    return SearchFixtures.indexed(OfferFixtures.anOffer(OfferFixtures.aLead(number, version)));
  }

  /// A catalog in memory; something may happen after its first page was read.
  private static final class Shelf implements Catalog {
    private record Row(IndexedLead lead, boolean onSale, Instant changedAt) {}

    private final List<Row> rows = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    void put(IndexedLead lead, Instant changedAt) {
      put(new Row(lead, true, changedAt));
    }

    void withdraw(IndexedLead lead, Instant changedAt) {
      put(new Row(lead, false, changedAt));
    }

    private void put(Row added) {
      rows.removeIf(row -> row.lead().leadId().equals(added.lead().leadId()));
      rows.add(added);
    }

    void meanwhile(Runnable event) {
      meanwhile = event;
    }

    @Override
    public List<IndexChange> page(@Nullable LeadId after, int limit) {
      List<IndexChange> page = after(after, limit).map(Shelf::change).toList();
      meanwhile.run();
      meanwhile = () -> {};
      return page;
    }

    @Override
    public List<IndexChange> changes(@Nullable LeadId after, Instant since, int limit) {
      return after(after, limit)
          .filter(row -> !row.changedAt().isBefore(since))
          .map(Shelf::change)
          .toList();
    }

    private static IndexChange change(Row row) {
      IndexedLead lead = row.lead();
      return row.onSale()
          ? new IndexChange.Put(lead)
          : new IndexChange.Remove(lead.leadId(), lead.version());
    }

    private Stream<Row> after(@Nullable LeadId last, int limit) {
      return rows.stream()
          .sorted(Comparator.comparing(row -> row.lead().leadId().text()))
          .filter(row -> last == null || row.lead().leadId().text().compareTo(last.text()) > 0)
          .limit(limit);
    }
  }
}
