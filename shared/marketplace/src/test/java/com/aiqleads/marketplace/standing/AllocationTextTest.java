package com.aiqleads.marketplace.standing;

import static com.aiqleads.marketplace.standing.Wanting.BOUGHT;
import static com.aiqleads.marketplace.standing.Wanting.candidate;
import static com.aiqleads.marketplace.standing.Wanting.candidates;
import static com.aiqleads.marketplace.standing.Wanting.decide;
import static com.aiqleads.marketplace.standing.Wanting.id;
import static com.aiqleads.marketplace.standing.Wanting.lead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.standing.AllocationText.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AllocationTextTest {
  @Property(tries = 300)
  void doesNotDependOnTheOrderInWhichCandidatesAreFound(@ForAll long seed) {
    Random random = new Random(seed);
    List<Candidate> wanting = new ArrayList<>(candidates(random));
    Offered lead = lead(random.nextInt(4));
    String decided = AllocationText.of(decide(lead, wanting, new Random(seed)));
    String written = AllocationText.of(new Input(Allocation.RULE, lead, wanting));

    Collections.shuffle(wanting, random);

    assertThat(AllocationText.of(decide(lead, wanting, new Random(seed)))).isEqualTo(decided);
    assertThat(AllocationText.of(new Input(Allocation.RULE, lead, wanting))).isEqualTo(written);
  }

  @Property(tries = 300)
  void isReplayedFromWhatIsKeptByteForByte(@ForAll long seed) {
    Random random = new Random(seed);
    List<Candidate> wanting = candidates(random);
    Offered lead = lead(random.nextInt(4));
    Map<StandingOrderId, Verdict> answers = new LinkedHashMap<>();
    String decided = AllocationText.of(decide(lead, wanting, random, answers));

    String kept = AllocationText.of(new Input(Allocation.RULE, lead, wanting));

    assertThat(AllocationText.replay(kept, answers)).isEqualTo(decided);
    assertThat(AllocationText.of(AllocationText.verdicts(decided))).isEqualTo(decided);
  }

  @Test
  void isReplayedByItsOwnRuleOnly() {
    String other =
        AllocationText.of(new Input(Allocation.RULE, lead(3), List.of()))
            .replace("rule 2", "rule 9");

    assertThatThrownBy(() -> AllocationText.replay(other, Map.of())).hasMessage("made by rule 9");
  }

  @Test
  void whatTheFirstRuleDecidedIsReplayedByteForByte() {
    String kept =
        """
        rule 1
        lead %s 1 0 1000 2500 USD 3 3 false
        candidate %s 1 %s exclusive 4000 50 2026-11-19T12:00:00Z 100000 false
        candidate %s 1 %s shared 1000 50 2026-11-19T12:00:00Z 100000 false"""
            .formatted(
                OfferFixtures.leadId(1).text(),
                id("alone").text(),
                StandingFixtures.team("alone").text(),
                id("a").text(),
                StandingFixtures.team("a").text());

    assertThat(AllocationText.replay(kept, Map.of(id("alone"), BOUGHT)))
        .isEqualTo(id("alone").text() + " BOUGHT\n" + id("a").text() + " OUTBID");
  }

  @Test
  void saysInTheTextWhoIsStillToBeTried() {
    List<Candidate> wanting = List.of(candidate("a", 30_00, 50, 0), candidate("b", 20_00, 50, 0));

    assertThat(AllocationText.of(Allocation.of(lead(3), wanting, Map.of())))
        .isEqualTo(id("a").text() + " TO_TRY\n" + id("b").text() + " WAITING");
  }
}
