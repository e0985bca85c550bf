package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.cards.Decline;
import com.aiqleads.marketplace.subscriptions.Reminder;
import com.aiqleads.marketplace.subscriptions.Reminders;
import java.util.List;
import java.util.UUID;

/// Who finds a row locked leaves it: it is told by somebody else, or not told yet.
final class PostgresReminders implements Reminders {
  private static final String TAKE =
      """
      update dunnings d set told_at = clock()
      from (
        select invoice_id from dunnings u
        where told_at is null and ended_at is null
          -- What a saved card is about to pay is told when the card has not, when what it paid was
          -- spent otherwise, or after a day.
          and not (u.failure = 'TOO_LITTLE_CREDIT' and u.failed_at > clock() - interval '1 day'
            and exists (select from cards c where c.team_id = u.team_id and c.state = 'SAVED')
            and not exists (select from card_charges h
              where h.invoice_id = u.invoice_id and (
                (h.outcome = 'FAILED' and coalesce(h.reason, '') <> all (?))
                or (h.outcome = 'PAID' and purchased_credit(u.team_id, 'USD') < (
                  select b.net + b.tax from invoices b where b.invoice_id = u.invoice_id)))))
        order by failed_at limit ? for update skip locked) as untold
      join invoices i using (invoice_id)
      where d.invoice_id = untold.invoice_id
      returning d.team_id, i.number, i.net + i.tax as total, i.currency, d.failed_at
      """;

  private final Database database;

  PostgresReminders(Database database) {
    this.database = database;
  }

  @Override
  public List<Reminder> take(int most) {
    return database.query(
        TAKE,
        Parameters.of(Decline.unaskedReasons().toArray(String[]::new), most),
        row ->
            new Reminder(
                new TeamId(row.getObject("team_id", UUID.class)),
                "AIQ-" + row.getLong("number"),
                SubscriptionRows.money(row, "total"),
                SubscriptionRows.instant(row, "failed_at")));
  }
}
