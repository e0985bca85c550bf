package com.aiqleads.marketplace.managecart;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line for each lead asked for, in their order.
@Serdeable
record HoldsView(List<HoldLineView> lines) {

  /// @param hold if it is held
  /// @param refusal if it is not
  @Serdeable
  record HoldLineView(LeadId lead, @Nullable HoldView hold, @Nullable HoldRefusal refusal) {

    static HoldLineView of(HoldAnswer answer) {
      return new HoldLineView(answer.lead(), hold(answer), HoldRefusal.of(answer));
    }

    private static @Nullable HoldView hold(HoldAnswer answer) {
      return switch (answer) {
        case HoldAnswer.Held(Hold hold) -> HoldView.of(hold);
        case HoldAnswer.HeldBefore(Hold hold) -> HoldView.of(hold);
        default -> null;
      };
    }
  }

  static HoldsView of(List<HoldAnswer> answers) {
    return new HoldsView(answers.stream().map(HoldLineView::of).toList());
  }
}
