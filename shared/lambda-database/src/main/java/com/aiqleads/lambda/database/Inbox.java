package com.aiqleads.lambda.database;

import com.aiqleads.kernel.EventId;
import com.aiqleads.lambda.FunctionIdentity;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// What this function has handled, in the same transaction as what the handling did.
@Singleton
final class Inbox {

  /// In one order everywhere, or two batches with the same events could wait for each other.
  private static final String INSERT =
      """
      insert into inbox (consumer, event_id)
      select ?, event_id from unnest(?) event_id order by event_id
      on conflict do nothing returning event_id
      """;

  private final Database database;
  private final FunctionIdentity function;

  Inbox(Database database, FunctionIdentity function) {
    this.database = database;
    this.function = function;
  }

  /// Takes them in; gives those that are new.
  Set<EventId> takeIn(Collection<EventId> events) {
    UUID[] ids = events.stream().map(EventId::value).distinct().toArray(UUID[]::new);
    return new HashSet<>(
        database.query(
            INSERT,
            statement -> {
              statement.setString(1, function.id());
              statement.setArray(2, statement.getConnection().createArrayOf("uuid", ids));
            },
            row -> new EventId(row.getObject(1, UUID.class))));
  }
}
