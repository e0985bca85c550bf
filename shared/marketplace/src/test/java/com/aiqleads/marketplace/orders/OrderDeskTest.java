package com.aiqleads.marketplace.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.orders.CardOrder.State;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.Hearing;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.PaymentState;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.payments.TopUp;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderDeskTest {

  private static final TeamId TEAM = new TeamId(Ids.derived("team"));
  private static final PaymentId PAYMENT = new PaymentId(Ids.derived("payment"));
  private static final Checkout CHECKOUT =
      Checkout.of(
          TEAM,
          new UserId(Ids.derived("user")),
          List.of(new HoldId(Ids.derived("hold"))),
          Money.usd(34_00));

  private final List<String> steps = new ArrayList<>();
  private Preparation preparation = new Preparation.Prepared(PAYMENT);
  private State state = State.OPEN;
  private Optional<String> session = Optional.empty();
  private final OrderDesk desk = new OrderDesk(new Drafts(), new OnePayment(), new Script());

  @Test
  void writesDownBeforeItAsksAndFinishesWhatCanBeFinished() {
    assertThat(desk.pay(TEAM, CHECKOUT)).isEqualTo(preparation);

    assertThat(steps).containsExactly("prepare", "start", "answered NeedsAction", "finish");
  }

  @Test
  void asksNobodyForWhatIsRefused() {
    preparation = new Preparation.Refused(new Purchase.BeingPaid(new LeadId(Ids.derived("lead"))));

    assertThat(desk.pay(TEAM, CHECKOUT)).isEqualTo(preparation);

    assertThat(steps).containsExactly("prepare");
  }

  @Test
  void givesBackOnlyWhatIsDue() {
    state = State.REFUND_DUE;

    desk.pay(TEAM, CHECKOUT);

    assertThat(steps).endsWith("finish", "give back", "answered GivenBack");
  }

  @Test
  void endsOnlyWhatHasBegunAndIsOpen() {
    assertThat(desk.cancel(TEAM, PAYMENT)).isPresent();
    assertThat(steps).containsExactly("finish");
    session = Optional.of("cs_1");
    state = State.PAID;
    desk.cancel(TEAM, PAYMENT);
    assertThat(steps).containsExactly("finish");

    state = State.OPEN;
    desk.cancel(TEAM, PAYMENT);

    assertThat(steps).containsExactly("finish", "end", "answered Declined", "finish");
  }

  @Test
  void isOneToTenThousandDollars() {
    assertThat(CardOrder.allows(CardOrder.LEAST)).isTrue();
    assertThat(CardOrder.allows(CardOrder.MOST)).isTrue();
    assertThat(CardOrder.allows(Money.usd(99))).isFalse();
    assertThat(CardOrder.allows(Money.usd(10_000_01))).isFalse();
  }

  @Test
  void theSameHoldsAreTheSameOrderWhateverTheirSequence() {
    HoldId one = new HoldId(Ids.derived("one"));
    HoldId two = new HoldId(Ids.derived("two"));
    UserId buyer = CHECKOUT.buyer();

    assertThat(Checkout.of(TEAM, buyer, List.of(one, two), Money.usd(1)).order())
        .isEqualTo(Checkout.of(TEAM, buyer, List.of(two, one), Money.usd(1)).order())
        .isNotEqualTo(CHECKOUT.order());
  }

  private final class Drafts implements CardOrders {

    @Override
    public Preparation prepare(TeamId team, Checkout checkout) {
      steps.add("prepare");
      return preparation;
    }

    @Override
    public Optional<CardOrder> find(TeamId team, PaymentId payment) {
      return Optional.of(
          new CardOrder(CHECKOUT.order(), payment, Money.usd(34_00), state, Optional.empty()));
    }

    @Override
    public Optional<State> finish(PaymentId payment) {
      steps.add("finish");
      return Optional.of(state);
    }

    @Override
    public List<Payment> toFinish(int limit) {
      return List.of();
    }
  }

  private final class OnePayment implements Payments {

    @Override
    public Optional<Payment> find(TeamId team, PaymentId payment) {
      return Optional.of(
          new Payment(
              payment,
              team,
              Payment.Purpose.ORDER,
              Money.usd(34_00),
              PaymentState.CREATED,
              Instant.EPOCH,
              Instant.EPOCH,
              session,
              Optional.of("pi_1"),
              Optional.empty(),
              Optional.empty()));
    }

    @Override
    public Hearing answered(Payment payment, GatewayAnswer answer) {
      steps.add("answered " + answer.getClass().getSimpleName());
      return Hearing.APPLIED;
    }

    @Override
    public Optional<Payment> start(TeamId team, TopUp topUp) {
      throw new UnsupportedOperationException("orders are prepared");
    }

    @Override
    public List<Payment> of(TeamId team, int limit) {
      return List.of();
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
      return List.of();
    }
  }

  private final class Script implements PaymentGateway {

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public GatewayAnswer start(Payment payment) {
      steps.add("start");
      return new GatewayAnswer.NeedsAction("cs_1", URI.create("https://pay.example/1"));
    }

    @Override
    public GatewayAnswer ask(Payment payment) {
      throw new UnsupportedOperationException("nobody asks here");
    }

    @Override
    public GatewayAnswer end(Payment payment) {
      steps.add("end");
      return new GatewayAnswer.Declined("expired");
    }

    @Override
    public GatewayAnswer giveBack(Payment payment) {
      steps.add("give back");
      return new GatewayAnswer.GivenBack("pi_1", Money.usd(34_00));
    }
  }
}
