package com.aiqleads.marketplace.standing;

import static com.aiqleads.marketplace.standing.Wanting.BOUGHT;
import static com.aiqleads.marketplace.standing.Wanting.RICH;
import static com.aiqleads.marketplace.standing.Wanting.candidate;
import static com.aiqleads.marketplace.standing.Wanting.early;
import static com.aiqleads.marketplace.standing.Wanting.id;
import static com.aiqleads.marketplace.standing.Wanting.lead;
import static com.aiqleads.marketplace.standing.Wanting.missed;
import static com.aiqleads.marketplace.standing.Wanting.verdicts;
import static com.aiqleads.marketplace.standing.Wanting.wanting;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.SaleMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyAllocationTest {
  @Test
  void whoComesTooEarlyIsNotTried() {
    List<Candidate> wanting =
        List.of(
            early(candidate("early", 30_00, 50, 0)),
            early(wanting("broke", "broke", SaleMode.SHARED, 30_00, Money.usd(0), false)),
            early(wanting("owner", "owner", SaleMode.SHARED, 30_00, RICH, true)),
            early(candidate("cheap", 9_99, 50, 0)),
            candidate("open", 10_00, 50, 0));

    assertThat(verdicts(lead(3), wanting))
        .containsEntry(id("early"), missed(Miss.EARLY))
        .containsEntry(id("broke"), missed(Miss.EARLY))
        .containsEntry(id("owner"), missed(Miss.ALREADY_OWNED))
        .containsEntry(id("cheap"), missed(Miss.ABOVE_LIMIT))
        .containsEntry(id("open"), BOUGHT);
  }

  /// 25.00 alone, and 30.00 of three that share, of whom one cannot have it yet.
  @Test
  void whoCannotHoldItYetDoesNotCountAmongThoseWhoShare() {
    Candidate alone = wanting("alone", "alone", SaleMode.EXCLUSIVE, 40_00, RICH, false);
    List<Candidate> sharing =
        List.of(candidate("a", 10_00, 5, 0), candidate("b", 10_00, 5, 0), alone);
    List<Candidate> openToAll = new ArrayList<>(sharing);
    openToAll.add(candidate("c", 10_00, 5, 0));
    List<Candidate> notToOne = new ArrayList<>(sharing);
    notToOne.add(early(candidate("c", 10_00, 5, 0)));
    List<Candidate> notToWhoWantsItAlone = List.of(sharing.get(0), sharing.get(1), early(alone));

    assertThat(verdicts(lead(3), openToAll)).containsEntry(id("alone"), missed(Miss.OUTBID));
    assertThat(verdicts(lead(3), notToOne))
        .containsEntry(id("alone"), BOUGHT)
        .containsEntry(id("c"), missed(Miss.EARLY));
    assertThat(verdicts(lead(3), notToWhoWantsItAlone))
        .containsEntry(id("alone"), missed(Miss.EARLY))
        .containsEntry(id("a"), BOUGHT);
  }
}
