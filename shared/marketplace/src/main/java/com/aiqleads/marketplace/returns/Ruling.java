package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.Redaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is decided about a return.
///
/// @param total of all that is given back for the lead, for whatever reason
/// @param judge nobody, if it followed from the facts
public record Ruling(
    ReturnState state, Verdict verdict, Money total, List<Reason> reasons, Optional<UserId> judge) {

  /// In thousandths of what was bought: whoever asks for more back is looked at by a person.
  static final int TRUSTED_RATE = 150;

  public Ruling {
    reasons = List.copyOf(reasons);
  }

  /// The same for the same facts, for ever.
  public static Ruling on(ReturnReason reason, Facts facts) {
    Finding finding = Checks.of(reason, facts);
    List<Reason> reasons = new ArrayList<>(List.of(finding.reason()));
    ReturnState state =
        switch (finding.verdict()) {
          case PROVEN -> ReturnState.CREDITED;
          case PLAUSIBLE -> onTheirWord(facts, reasons);
          case OPEN, JUDGED -> ReturnState.WAITING;
          case REFUTED -> ReturnState.REFUSED;
        };
    Money total =
        state == ReturnState.CREDITED ? share(facts, finding.percent()) : facts.refunded();
    return new Ruling(state, finding.verdict(), total, reasons, Optional.empty());
  }

  private static ReturnState onTheirWord(Facts facts, List<Reason> reasons) {
    int rate = facts.history().rate();
    boolean trusted = rate <= TRUSTED_RATE;
    reasons.add(
        new Reason(
            trusted ? "few_returns" : "many_returns",
            "Your team's rate of returns counts as "
                + BigDecimal.valueOf(rate, 1)
                + " %; above "
                + BigDecimal.valueOf(TRUSTED_RATE, 1)
                + " % a person looks."));
    return trusted ? ReturnState.CREDITED : ReturnState.WAITING;
  }

  /// What a person decides, for good; the note, too, and so it keeps nobody's number or mail
  /// address.
  public static Ruling by(UserId judge, int percent, String note, Facts facts) {
    if (percent < 0 || percent > Finding.WHOLE) {
      throw new IllegalArgumentException("0 to 100 percent, not " + percent);
    }
    return new Ruling(
        percent > 0 ? ReturnState.CREDITED : ReturnState.REFUSED,
        Verdict.JUDGED,
        share(facts, percent),
        List.of(new Reason("judged", Redaction.ofContacts().redact(note))),
        Optional.of(judge));
  }

  /// Never less than was given back before.
  private static Money share(Facts facts, int percent) {
    Money share =
        new Money(
            BigDecimal.valueOf(facts.paid().minorUnits())
                .multiply(BigDecimal.valueOf(percent, 2))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact(),
            facts.paid().currency());
    return share.compareTo(facts.refunded()) > 0 ? share : facts.refunded();
  }
}
