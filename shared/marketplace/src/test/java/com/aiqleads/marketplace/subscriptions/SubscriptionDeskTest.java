package com.aiqleads.marketplace.subscriptions;

import static com.aiqleads.marketplace.subscriptions.AccountFixtures.BEGINNING;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.MONTHS;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.PRO;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.TEAM;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.account;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.in;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.parked;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.pro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.subscriptions.Choice.Later;
import com.aiqleads.marketplace.subscriptions.Choice.Now;
import com.aiqleads.marketplace.subscriptions.Choice.Unchanged;
import com.aiqleads.marketplace.subscriptions.Subscription.State;
import com.aiqleads.marketplace.taxes.TaxRate;
import com.aiqleads.marketplace.taxes.Taxes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SubscriptionDeskTest {

  private static final Taxes TENTH = (_, _) -> new TaxRate(100_000);

  @Test
  void aQuoteIsTheChoiceWithoutWritingIt() {
    Remembering accounts = new Remembering(account(BEGINNING, Optional.empty(), 9999));
    SubscriptionDesk desk = new SubscriptionDesk(accounts, TENTH);

    Choice quoted = desk.quote(TEAM, PRO);
    assertThat(accounts.written).isEmpty();

    assertThat(desk.choose(TEAM, PRO)).isEqualTo(quoted);
    assertThat(((Now) quoted).bill().total()).as("with tax").isEqualTo(Money.usd(4900 + 490));
    assertThat(accounts.written).hasSize(3);
  }

  @Test
  void whatIsDueComesBeforeWhatIsAskedFor() {
    Instant end = MONTHS.period(0).until();
    Remembering accounts = new Remembering(account(end, Optional.of(pro()), 9999));

    assertThat(new SubscriptionDesk(accounts, Taxes.NONE).pause(TEAM)).isInstanceOf(Later.class);

    assertThat(accounts.written.getFirst()).isInstanceOf(Act.Issue.class);
    assertThat(accounts.written.getLast()).isInstanceOf(Act.Arrange.class);
  }

  @Test
  void nothingIsRenewedThatIsNotDue() {
    Remembering accounts = new Remembering(account(BEGINNING, Optional.of(pro()), 9999));

    assertThat(new SubscriptionDesk(accounts, Taxes.NONE).resume(TEAM)).isEqualTo(new Unchanged());

    assertThat(accounts.decisions).isEqualTo(1);
  }

  @Test
  void aParkedOneIsReleased() {
    Account account = account(BEGINNING, Optional.of(parked(pro(), Parking.TOO_MANY_ITEMS)), 9999);

    assertThat(new SubscriptionDesk(new Remembering(account), Taxes.NONE).release(TEAM))
        .isEqualTo(Renewal.RECOVERED);
  }

  @Test
  void aPlanThatIsNoMoreCannotBeResumed() {
    Subscription gone = in(pro(), State.PAUSED);
    Account account =
        new Account(
            TEAM,
            BEGINNING,
            AccountFixtures.MIAMI,
            PlanName.FREE,
            List.of(),
            Optional.of(gone),
            List.of(),
            Money.usd(0),
            false,
            0);

    assertThat(Choosing.resume(account, Taxes.NONE).outcome())
        .isEqualTo(new Choice.Refused(Choice.Reason.NO_SUCH_PLAN));
  }

  @Test
  void aDearerPlanWithLessCreditTakesNoneBack() {
    Plan lean = AccountFixtures.plan("lean", 9900, 0);

    assertThat(
            Billing.rest(account(BEGINNING, Optional.of(pro()), 9999), pro(), lean, Taxes.NONE)
                .credits())
        .isEqualTo(Money.usd(0));
  }

  @Test
  void idsFollowFromWhatTheyAreFor() {
    Bill bill =
        Billing.whole(
            account(BEGINNING, Optional.empty(), 0),
            pro().id(),
            MONTHS.period(3),
            AccountFixtures.PLANS.get(1),
            Taxes.NONE);

    assertThat(InvoiceId.parse(bill.id().toString())).isEqualTo(bill.id());
    assertThat(SubscriptionId.parse(pro().id().toString())).isEqualTo(pro().id());
    assertThat(Bill.payment(bill.id())).isNotEqualTo(Bill.credit(bill.id()));
    assertThat(PRO).hasToString("pro");
    assertThatThrownBy(() -> new PlanName("Pro")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anInvoiceIsCalledByItsNumber() {
    Invoice invoice =
        new Invoice(
            new InvoiceId(pro().id().value()),
            12,
            BEGINNING,
            List.of(),
            Money.usd(100),
            Money.usd(7),
            Money.usd(0),
            Invoice.State.UNPAID,
            Optional.empty());

    assertThat(invoice.name()).isEqualTo("AIQ-12");
    assertThat(invoice.total()).isEqualTo(Money.usd(107));
  }

  /// An account that stays as it is, and what was to be written of it.
  private static final class Remembering implements Subscriptions {

    private final Account account;
    private final List<Act> written = new ArrayList<>();
    private int decisions;

    Remembering(Account account) {
      this.account = account;
    }

    @Override
    public List<Plan> plans() {
      return account.plans();
    }

    @Override
    public Account look(TeamId team) {
      return account;
    }

    @Override
    public <T> T decide(TeamId team, Function<Account, Ruling<T>> rule) {
      decisions++;
      Ruling<T> ruling = rule.apply(account);
      written.addAll(ruling.acts());
      return ruling.outcome();
    }

    @Override
    public List<TeamId> due(int most) {
      return List.of();
    }

    @Override
    public List<Invoice> invoices(TeamId team, long below, int limit) {
      return List.of();
    }

    @Override
    public Optional<Invoice> invoice(TeamId team, InvoiceId invoice) {
      return Optional.empty();
    }
  }
}
