package com.aiqleads.marketplace.subscriptions;

import java.util.List;

/// Invoices that could not be paid and of which nobody was told, whoever found it out.
public interface Reminders {

  /// The oldest of them. They count as told, with the transaction of whoever asks.
  List<Reminder> take(int most);
}
