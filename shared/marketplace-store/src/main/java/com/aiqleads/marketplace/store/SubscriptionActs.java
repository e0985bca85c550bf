package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.subscriptions.Account;
import com.aiqleads.marketplace.subscriptions.Act;
import com.aiqleads.marketplace.subscriptions.Bill;
import com.aiqleads.marketplace.subscriptions.InvoiceId;
import com.aiqleads.marketplace.subscriptions.Next;
import com.aiqleads.marketplace.subscriptions.Period;
import com.aiqleads.marketplace.subscriptions.Subscription;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes down what was decided of a team whose row is locked.
final class SubscriptionActs {

  private static final String LOCK_NUMBERS = "select lock_invoice_numbers()";

  private static final String BEGIN =
      """
      insert into subscriptions
        (subscription_id, team_id, plan, began_at, time_zone, period, period_from, period_until)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String STEP =
      """
      insert into subscription_steps (subscription_id, period, step, plan, price, credits, from_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INVOICE =
      """
      insert into invoices (invoice_id, number, team_id, subscription_id, period, step, period_from,
        period_until, net, tax, credits, currency, issued_at)
      values (?, next_invoice_number(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String LINE =
      """
      insert into invoice_lines (invoice_id, place, what, from_at, until_at, amount)
      values (?, 1, ?, ?, ?, ?)
      """;

  private static final String GO_ON =
      """
      update subscriptions set plan = ?, period = ?, period_from = ?, period_until = ?
      where subscription_id = ?
      """;

  private static final String PAY = "select pay_invoice(?, ?, ?, ?)";

  private static final String FAIL =
      """
      insert into dunnings (invoice_id, team_id, failure, tries, failed_at, next_try)
      values (?, ?, ?, ?, ?, ?)
      on conflict (invoice_id) do update
        set failure = excluded.failure, tries = excluded.tries, next_try = excluded.next_try
      """;

  private static final String WRITE_OFF =
      """
      update dunnings set written_off = true, ended_at = ?, next_try = null where invoice_id = ?
      """;

  private static final String ARRANGE =
      "update subscriptions set next_state = ?, next_plan = ? where subscription_id = ?";

  private static final String TURN =
      """
      update subscriptions
      set state = ?, next_state = null, next_plan = null, parked = null, parked_at = null
      where subscription_id = ?
      """;

  private static final String PARK =
      "update subscriptions set parked = ?, parked_at = ? where subscription_id = ?";

  private static final String GIVE_TIME =
      """
      update dunnings d set failed_at = failed_at + parked.time, next_try = next_try + parked.time
      from (
        select team_id, ?::timestamptz - parked_at as time from subscriptions
        where subscription_id = ?) as parked
      where d.team_id = parked.team_id and d.ended_at is null
      """;

  private static final String RELEASE =
      """
      update subscriptions
      set parked = null, parked_at = null, period = ?, period_from = ?, period_until = ?
      where subscription_id = ?
      """;

  private static final String LIMITS = "update buyers set plan = ? where team_id = ? and plan <> ?";

  private static final String WAKE =
      """
      update subscriptions set tries = 0, due_at = case when subscription_id = ? then ?::timestamptz end
      where team_id = ? and (due_at is not null or subscription_id = ?)
      """;

  private final Database database;

  SubscriptionActs(Database database) {
    this.database = database;
  }

  void write(Account account, List<Act> acts) {
    if (acts.stream().anyMatch(Act.Issue.class::isInstance)) {
      database.query(LOCK_NUMBERS, Parameters.of(), _ -> true);
    }
    acts.forEach(act -> write(account, act));
  }

  private void write(Account account, Act act) {
    switch (act) {
      case Act.Begin begin -> begin(account, begin);
      case Act.Issue(var bill) -> issue(account, bill);
      case Act.Pay(var invoice) -> pay(account, invoice);
      case Act.Fail fail -> fail(account, fail);
      case Act.WriteOff(var invoice) -> update(WRITE_OFF, at(account.now()), invoice.value());
      case Act.Arrange(var id, var next) -> update(ARRANGE, word(next), plan(next), id.value());
      case Act.Turn(var id, var state) -> update(TURN, state.name(), id.value());
      case Act.Park(var id, var why) -> update(PARK, why.name(), at(account.now()), id.value());
      case Act.Release release -> release(account, release);
    }
  }

  /// What follows from an account as it is now: whose limits hold, and when it is looked at again.
  void settle(Account account) {
    if (account.subscription().isEmpty()) {
      return;
    }
    String plan = account.deserved().value();
    update(LIMITS, plan, account.team().value(), plan);
    Subscription last = account.subscription().get();
    update(
        WAKE,
        last.id().value(),
        account.dueAt().map(SubscriptionActs::at).orElse(null),
        account.team().value(),
        last.id().value());
  }

  private void begin(Account account, Act.Begin begin) {
    Period first = begin.months().period(0);
    update(
        BEGIN,
        begin.id().value(),
        account.team().value(),
        begin.plan().value(),
        at(begin.months().beginning()),
        begin.months().zone().getId(),
        first.number(),
        at(first.from()),
        at(first.until()));
  }

  private void issue(Account account, Bill bill) {
    Period period = bill.period();
    update(
        STEP,
        bill.subscription().value(),
        period.number(),
        bill.number(),
        bill.step().plan().value(),
        bill.step().price().minorUnits(),
        bill.step().credits().minorUnits(),
        at(bill.step().from()));
    update(
        INVOICE,
        bill.id().value(),
        account.team().value(),
        bill.subscription().value(),
        period.number(),
        bill.number(),
        at(period.from()),
        at(period.until()),
        bill.net().minorUnits(),
        bill.tax().minorUnits(),
        bill.credits().minorUnits(),
        bill.net().currency().getCurrencyCode(),
        at(account.now()));
    update(
        LINE,
        bill.id().value(),
        bill.text(),
        at(bill.step().from()),
        at(period.until()),
        bill.net().minorUnits());
    update(
        GO_ON,
        bill.step().plan().value(),
        period.number(),
        at(period.from()),
        at(period.until()),
        bill.subscription().value());
  }

  /// What is unpaid is as old as it was when the subscription was parked.
  private void release(Account account, Act.Release release) {
    Period last = release.last();
    update(GIVE_TIME, at(account.now()), release.id().value());
    update(RELEASE, last.number(), at(last.from()), at(last.until()), release.id().value());
  }

  private void pay(Account account, InvoiceId invoice) {
    database.query(
        PAY,
        Parameters.of(
            invoice.value(), Bill.payment(invoice), Bill.credit(invoice), at(account.now())),
        _ -> true);
  }

  private void fail(Account account, Act.Fail fail) {
    update(
        FAIL,
        fail.invoice().value(),
        account.team().value(),
        fail.why().name(),
        fail.tries(),
        at(account.now()),
        fail.nextTry().map(SubscriptionActs::at).orElse(null));
  }

  private void update(String sql, @Nullable Object... values) {
    database.update(sql, Parameters.of(values));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String word(Optional<Next> next) {
    return next.map(
            it ->
                switch (it) {
                  case Next.Change _ -> "CHANGE";
                  case Next.Pause _ -> "PAUSE";
                  case Next.End _ -> "END";
                })
        .orElse(null);
  }

  private static @Nullable String plan(Optional<Next> next) {
    return next.filter(Next.Change.class::isInstance)
        .map(it -> ((Next.Change) it).plan().value())
        .orElse(null);
  }
}
