package com.aiqleads.marketplace.standing;

import static com.aiqleads.marketplace.standing.Wanting.BOUGHT;
import static com.aiqleads.marketplace.standing.Wanting.RICH;
import static com.aiqleads.marketplace.standing.Wanting.candidate;
import static com.aiqleads.marketplace.standing.Wanting.candidates;
import static com.aiqleads.marketplace.standing.Wanting.decide;
import static com.aiqleads.marketplace.standing.Wanting.id;
import static com.aiqleads.marketplace.standing.Wanting.lead;
import static com.aiqleads.marketplace.standing.Wanting.missed;
import static com.aiqleads.marketplace.standing.Wanting.verdicts;
import static com.aiqleads.marketplace.standing.Wanting.wanting;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.standing.AllocationText.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AllocationTest {
  @Test
  void theHighestLimitComesFirstThenEarnedPriorityThenTheOldestOrder() {
    List<Candidate> wanting =
        List.of(
            candidate("late", 20_00, 50, 9),
            candidate("early", 20_00, 50, 1),
            candidate("earned", 20_00, 51, 9),
            candidate("rich", 20_01, 0, 9),
            candidate("poor", 19_99, 99, 0));

    assertThat(verdicts(lead(3), wanting).keySet())
        .containsExactly(id("rich"), id("earned"), id("early"), id("late"), id("poor"));
  }

  @Test
  void asManyGetItAsItHasFreeSlotsAndTheRestIsOutbid() {
    List<Candidate> wanting =
        List.of(
            candidate("a", 30_00, 50, 0),
            candidate("b", 20_00, 50, 0),
            candidate("c", 15_00, 50, 0));

    assertThat(verdicts(lead(2), wanting))
        .containsExactly(
            Map.entry(id("a"), BOUGHT),
            Map.entry(id("b"), BOUGHT),
            Map.entry(id("c"), missed(Miss.OUTBID)));
  }

  @Test
  void nobodyIsTriedForALeadThatIsFull() {
    List<Candidate> wanting = List.of(candidate("a", 30_00, 50, 0));

    assertThat(Allocation.of(lead(0), wanting, Map.of()))
        .containsExactly(Map.entry(id("a"), missed(Miss.FULL)));
  }

  @Test
  void oneAfterAnotherIsTried() {
    List<Candidate> wanting = List.of(candidate("a", 30_00, 50, 0), candidate("b", 20_00, 50, 0));

    Map<StandingOrderId, Verdict> first = Allocation.of(lead(3), wanting, Map.of());
    Map<StandingOrderId, Verdict> second =
        Allocation.of(lead(3), wanting, Map.of(id("a"), missed(Miss.OVER_CAP)));

    assertThat(Allocation.next(first)).contains(id("a"));
    assertThat(first).containsEntry(id("b"), new Verdict.Waiting());
    assertThat(Allocation.next(second)).contains(id("b"));
    assertThat(second).containsEntry(id("a"), missed(Miss.OVER_CAP));
  }

  @Test
  void aTeamGetsALeadByOneOfItsOrders() {
    Candidate first = candidate("a", 30_00, 50, 0);
    Candidate second = wanting("b", "a", SaleMode.SHARED, 20_00, RICH, false);

    assertThat(verdicts(lead(3), List.of(first, second)))
        .containsEntry(id("b"), missed(Miss.OWN_ORDER));
  }

  @Test
  void whoHasItOrCannotPayIsNotTried() {
    List<Candidate> wanting =
        List.of(
            wanting("owner", "owner", SaleMode.SHARED, 30_00, RICH, true),
            wanting("broke", "broke", SaleMode.SHARED, 30_00, Money.usd(9_99), false),
            wanting("cheap", "cheap", SaleMode.SHARED, 9_99, RICH, false),
            wanting("just", "just", SaleMode.SHARED, 10_00, Money.usd(10_00), false));

    assertThat(Allocation.of(lead(3), wanting, Map.of()))
        .containsEntry(id("owner"), missed(Miss.ALREADY_OWNED))
        .containsEntry(id("broke"), missed(Miss.TOO_LITTLE_CREDIT))
        .containsEntry(id("just"), new Verdict.ToTry());
    assertThat(verdicts(lead(3), wanting)).containsEntry(id("cheap"), missed(Miss.ABOVE_LIMIT));
  }

  @Test
  void aloneOrSharedWhicheverBringsMore() {
    Candidate alone = wanting("alone", "alone", SaleMode.EXCLUSIVE, 40_00, RICH, false);
    List<Candidate> two = List.of(alone, candidate("a", 10_00, 5, 0), candidate("b", 10_00, 5, 0));
    List<Candidate> three = new ArrayList<>(two);
    three.add(candidate("c", 10_00, 5, 0));

    assertThat(verdicts(lead(3), two))
        .containsEntry(id("alone"), BOUGHT)
        .containsEntry(id("a"), missed(Miss.OUTBID));
    // 25.00 alone, 30.00 from three.
    assertThat(verdicts(lead(3), three))
        .containsEntry(id("alone"), missed(Miss.OUTBID))
        .containsEntry(id("c"), BOUGHT);
  }

  @Test
  void nobodyGetsALeadAloneOfWhichASlotIsTaken() {
    Candidate alone = wanting("alone", "alone", SaleMode.EXCLUSIVE, 40_00, RICH, false);

    assertThat(verdicts(lead(2), List.of(alone))).containsEntry(id("alone"), missed(Miss.FULL));
  }

  @Test
  void nobodyGetsALeadAloneThatWasGivenBack() {
    Candidate alone = wanting("alone", "alone", SaleMode.EXCLUSIVE, 40_00, RICH, false);
    List<Candidate> wanting = List.of(alone, candidate("a", 10_00, 5, 0));
    Offered before =
        new Offered(OfferFixtures.leadId(1), 1, 0, Money.usd(10_00), Money.usd(25_00), 3, 3, true);

    assertThat(Allocation.of(before, wanting, Map.of()))
        .containsEntry(id("a"), new Verdict.ToTry())
        .containsEntry(id("alone"), new Verdict.Waiting());
    assertThat(verdicts(before, wanting))
        .containsEntry(id("a"), BOUGHT)
        .containsEntry(id("alone"), missed(Miss.HAD_BEFORE));
    String kept = AllocationText.of(new Input(Allocation.RULE, before, wanting));
    assertThat(AllocationText.read(kept).lead()).isEqualTo(before);
    assertThat(AllocationText.read(kept.replace(" 3 3 true", " 3 3")).lead()).isEqualTo(lead(3));
  }

  @Test
  void whatTheStoreSaysOfTheLeadHoldsForAllWhoComeAfter() {
    List<Candidate> wanting = List.of(candidate("a", 30_00, 50, 0), candidate("b", 20_00, 50, 0));

    for (Miss why : List.of(Miss.FULL, Miss.NOT_ON_SALE, Miss.PRICE_CHANGED)) {
      assertThat(Allocation.of(lead(3), wanting, Map.of(id("a"), missed(why))))
          .containsEntry(id("b"), missed(why));
    }
  }

  @Property(tries = 300)
  void neverGivesMoreThanThereIs(@ForAll long seed) {
    Random random = new Random(seed);
    List<Candidate> wanting = candidates(random);
    Offered lead = lead(random.nextInt(4));

    Map<StandingOrderId, Verdict> verdicts = decide(lead, wanting, random);

    List<Candidate> got =
        wanting.stream().filter(one -> BOUGHT.equals(verdicts.get(one.order()))).toList();
    assertThat(verdicts).hasSameSizeAs(wanting);
    assertThat(got.stream().map(Candidate::team)).doesNotHaveDuplicates();
    assertThat(got.stream().mapToInt(one -> one.mode() == SaleMode.EXCLUSIVE ? 3 : 1).sum())
        .isLessThanOrEqualTo(lead.free());
    assertThat(got)
        .allSatisfy(
            one -> {
              assertThat(lead.price(one.mode())).isLessThanOrEqualTo(one.limit());
              assertThat(one.owned()).isFalse();
              assertThat(one.early()).isFalse();
            });
  }
}
