package com.aiqleads.marketplace.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentDeskTest {

  private static final TeamId TEAM = new TeamId(Ids.derived("team"));
  private static final GatewayAnswer.NeedsAction PAGE =
      new GatewayAnswer.NeedsAction("cs_1", URI.create("https://pay.example/1"));

  private final OnePayment payments = new OnePayment();
  private final Deque<GatewayAnswer> answers = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private final PaymentDesk desk = new PaymentDesk(payments, new Script());

  @Test
  void writesDownBeforeItAsksAndWhatIsAnswered() {
    answers.add(PAGE);

    Payment payment = desk.topUp(TEAM, topUp(5_00)).orElseThrow();

    assertThat(payment.state()).isEqualTo(PaymentState.NEEDS_ACTION);
    assertThat(payment.page()).contains(PAGE.page());
    assertThat(calls).containsExactly("start CREATED");
  }

  @Test
  void asksAgainOnlyForWhatMayNotHaveBegun() {
    answers.add(new GatewayAnswer.Unknown("time-out"));
    assertThat(desk.topUp(TEAM, topUp(5_00)).orElseThrow().state()).isEqualTo(PaymentState.UNKNOWN);
    answers.add(PAGE);
    desk.topUp(TEAM, topUp(5_00));

    desk.topUp(TEAM, topUp(5_00));

    assertThat(calls).containsExactly("start CREATED", "start UNKNOWN");
  }

  @Test
  void asksHowItStandsOnceItHasBegun() {
    answers.add(PAGE);
    Payment begun = desk.topUp(TEAM, topUp(5_00)).orElseThrow();
    answers.add(new GatewayAnswer.Succeeded("cs_1", "pi_1", Money.usd(5_00)));

    assertThat(desk.forward(begun).state()).isEqualTo(PaymentState.SUCCEEDED);

    assertThat(calls).containsExactly("start CREATED", "ask NEEDS_ACTION");
    desk.topUp(TEAM, topUp(5_00));
    assertThat(calls).hasSize(2);
  }

  @Test
  void beginsNothingUnderAnIdOfSomethingElse() {
    answers.add(PAGE);
    desk.topUp(TEAM, topUp(5_00));

    assertThat(desk.topUp(TEAM, topUp(6_00))).isEmpty();
    assertThat(calls).hasSize(1);
  }

  @Test
  void whoDiesBetweenTheTwoIsFollowedBySomebodyWhoAsksAgain() {
    payments.isBroken = true;
    answers.add(PAGE);
    assertThatIllegalStateException().isThrownBy(() -> desk.topUp(TEAM, topUp(5_00)));
    payments.isBroken = false;
    answers.add(PAGE);

    assertThat(desk.topUp(TEAM, topUp(5_00)).orElseThrow().state())
        .isEqualTo(PaymentState.NEEDS_ACTION);
    assertThat(calls).containsExactly("start CREATED", "start CREATED");
  }

  @Test
  void isFiveToTenThousandDollars() {
    assertThat(topUp(5_00).amount()).isEqualTo(TopUp.LEAST);
    assertThat(topUp(10_000_00).amount()).isEqualTo(TopUp.MOST);
    assertThatIllegalArgumentException().isThrownBy(() -> topUp(4_99));
    assertThatIllegalArgumentException().isThrownBy(() -> topUp(10_000_01));
  }

  @Test
  void whatIsOverIsOver() {
    assertThat(PaymentState.values())
        .filteredOn(PaymentState::isFinal)
        .containsExactly(PaymentState.FAILED, PaymentState.SUCCEEDED);
  }

  @Test
  void knowsItsIdByHeart() {
    PaymentId id = topUp(5_00).id();

    assertThat(PaymentId.parse(id.text())).isEqualTo(id);
    assertThat(id).hasToString(id.text());
  }

  @Test
  void whatAGatewaySaysIsToldApart() {
    Optional<PaymentId> payment = Optional.of(topUp(5_00).id());
    List<GatewayFact> facts =
        List.of(
            new GatewayFact.Succeeded(payment, "pi_1", Money.usd(5_00)),
            new GatewayFact.Pending(payment),
            new GatewayFact.TryFailed(payment, "declined"),
            new GatewayFact.Failed(payment, "declined"),
            new GatewayFact.Refunded("pi_1", Money.usd(5_00)),
            new GatewayFact.Disputed("dp", "pi_1", Money.usd(1), GatewayFact.Standing.OPEN),
            new GatewayFact.Nothing());

    assertThat(facts.stream().map(fact -> new GatewayMessage("e", "k", Instant.EPOCH, fact)))
        .doesNotHaveDuplicates();
    assertThat(Hearing.values()).hasSize(5);
    assertThat(List.of(new GatewayAnswer.Pending("cs"), new GatewayAnswer.Declined("expired")))
        .doesNotHaveDuplicates();
  }

  private static TopUp topUp(long cents) {
    return new TopUp(
        new PaymentId(Ids.derived("payment")), new UserId(Ids.derived("user")), Money.usd(cents));
  }

  /// Answers what it is told to.
  private final class Script implements PaymentGateway {

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public GatewayAnswer start(Payment payment) {
      calls.add("start " + payment.state());
      return answers.removeFirst();
    }

    @Override
    public GatewayAnswer ask(Payment payment) {
      calls.add("ask " + payment.state());
      return answers.removeFirst();
    }

    @Override
    public GatewayAnswer end(Payment payment) {
      calls.add("end " + payment.state());
      return answers.removeFirst();
    }

    @Override
    public GatewayAnswer giveBack(Payment payment) {
      calls.add("give back " + payment.state());
      return answers.removeFirst();
    }
  }

  /// Remembers one payment.
  private static final class OnePayment implements Payments {

    private @Nullable Payment kept;
    private boolean isBroken;

    @Override
    public Optional<Payment> start(TeamId team, TopUp topUp) {
      Payment known = kept;
      if (known != null) {
        return Optional.of(known).filter(one -> one.amount().equals(topUp.amount()));
      }
      Payment begun =
          new Payment(
              topUp.id(),
              team,
              Payment.Purpose.TOP_UP,
              topUp.amount(),
              PaymentState.CREATED,
              Instant.EPOCH,
              Instant.EPOCH.plusSeconds(3_600),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      kept = begun;
      return Optional.of(begun);
    }

    @Override
    public Hearing answered(Payment payment, GatewayAnswer answer) {
      if (isBroken) {
        throw new IllegalStateException("not written down");
      }
      kept =
          switch (answer) {
            case GatewayAnswer.NeedsAction(var session, var page) ->
                in(payment, PaymentState.NEEDS_ACTION, Optional.of(session), Optional.of(page));
            case GatewayAnswer.Pending(var session) ->
                in(payment, PaymentState.PENDING, Optional.of(session), Optional.empty());
            case GatewayAnswer.Succeeded(var session, var _, var _) ->
                in(payment, PaymentState.SUCCEEDED, Optional.of(session), Optional.empty());
            case GatewayAnswer.Declined _ ->
                in(payment, PaymentState.FAILED, Optional.empty(), Optional.empty());
            case GatewayAnswer.GivenBack _ -> payment;
            case GatewayAnswer.Unknown _ ->
                in(payment, PaymentState.UNKNOWN, Optional.empty(), Optional.empty());
          };
      return Hearing.APPLIED;
    }

    private static Payment in(
        Payment payment, PaymentState state, Optional<String> session, Optional<URI> page) {
      return new Payment(
          payment.id(),
          payment.team(),
          payment.purpose(),
          payment.amount(),
          state,
          payment.at(),
          payment.pageUntil(),
          session,
          Optional.empty(),
          page,
          Optional.empty());
    }

    @Override
    public Optional<Payment> find(TeamId team, PaymentId payment) {
      return Optional.ofNullable(kept);
    }

    @Override
    public List<Payment> of(TeamId team, int limit) {
      return Optional.ofNullable(kept).stream().toList();
    }

    @Override
    public Hearing heard(GatewayMessage message) {
      throw new UnsupportedOperationException("nobody sends messages here");
    }

    @Override
    public Instant heardUntil() {
      throw new UnsupportedOperationException("nobody asks for it here");
    }

    @Override
    public void heardUntil(Instant until) {
      throw new UnsupportedOperationException("nobody asks for it here");
    }

    @Override
    public List<Payment> toAsk(int limit) {
      return of(TEAM, limit);
    }
  }
}
