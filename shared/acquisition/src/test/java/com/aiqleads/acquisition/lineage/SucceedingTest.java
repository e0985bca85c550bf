package com.aiqleads.acquisition.lineage;

import static com.aiqleads.acquisition.lineage.LineageFixtures.NOON;
import static com.aiqleads.acquisition.lineage.LineageFixtures.aLineage;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SucceedingTest {

  private static final Money MORE = Money.usd(500_000_00);
  private static final Money LESS = Money.usd(450_000_00);

  private final Lineage first = aLineage(NOON, MORE);
  private final Lineage second = aLineage(NOON.plusMillis(1), LESS);
  private final List<Lineage> kept = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  @Test
  void comparesWithWhatWasParsedBeforeInTheSameTransaction() {
    Succeeding succeeding = succeeding();

    assertThat(succeeding.next(first)).isEqualTo(new Succession.Kept(first));
    assertThat(succeeding.next(second)).isInstanceOf(Succession.Repriced.class);
    assertThat(succeeding.next(first)).isEqualTo(new Succession.Outdated());
  }

  @Test
  void keepsTheLastOfEachListingInOneWrite() {
    Succeeding succeeding = succeeding();
    succeeding.next(first);
    succeeding.next(second);

    succeeding.keep();

    assertThat(kept).containsExactly(second);
    assertThat(asked).containsExactly("reserve 1", "find 1", "keep 1");
  }

  @Test
  void keepsNothingOfWhatIsOutdated() {
    kept.add(second);
    Succeeding succeeding = succeeding();

    succeeding.next(first);
    succeeding.keep();

    assertThat(asked).endsWith("keep 0");
  }

  private Succeeding succeeding() {
    return Succeeding.of(new Recording(), Set.of(first.listing()));
  }

  private final class Recording implements Lineages {

    @Override
    public void reserve(Set<ListingId> listings) {
      asked.add("reserve " + listings.size());
    }

    @Override
    public List<Lineage> find(Set<ListingId> listings) {
      asked.add("find " + listings.size());
      return kept.stream().filter(one -> listings.contains(one.listing())).toList();
    }

    @Override
    public void keep(Collection<Lineage> lineages) {
      asked.add("keep " + lineages.size());
      kept.addAll(lineages);
    }

    @Override
    public List<Lineage> of(LeadId lead) {
      return List.of();
    }
  }
}
