package com.aiqleads.platform.relayevents;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.lambda.Message;
import com.aiqleads.lambda.Target;
import com.aiqleads.lambda.TraceParent;
import com.aiqleads.lambda.database.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
final class PostgresOutboxes implements Outboxes {

  private static final String SCHEMAS =
      """
      select table_schema from information_schema.tables
      where table_name = 'outbox' and table_schema ~ '^[a-z_]+$' order by table_schema
      """;
  private static final String TAKE =
      """
      select event_id, event, body, body::jsonb ->> 'correlationId', traceparent, pending
      from SCHEMA.outbox
      where sent_at is null and created_at < clock_timestamp() - ? * interval '1 millisecond'
        and (pending = '{}' or not pending <@ ?)
      order by created_at limit ? for update skip locked
      """;
  private static final String SENT =
      "update SCHEMA.outbox set sent_at = clock_timestamp(), pending = '{}' where event_id = ?";
  private static final String LEFT =
      "update SCHEMA.outbox set pending = string_to_array(?, ',') where event_id = ?";
  private static final String FORGET_SENT =
      """
      delete from SCHEMA.outbox where event_id in
        (select event_id from SCHEMA.outbox where sent_at < clock_timestamp() - interval '7 days'
         limit 1000)
      """;

  /// A message lives for 14 days in its queue, and again for 14 days as a dead letter.
  private static final String FORGET_HANDLED =
      """
      delete from SCHEMA.inbox where (consumer, event_id) in
        (select consumer, event_id from SCHEMA.inbox
         where handled_at < clock_timestamp() - interval '35 days' limit 1000)
      """;

  private final Database database;
  private final Duration grace;

  PostgresOutboxes(Database database, RelaySettings settings) {
    this.database = database;
    this.grace = settings.grace();
  }

  @Override
  public List<String> schemas() {
    return database.query(SCHEMAS, statement -> {}, row -> row.getString(1));
  }

  @Override
  public List<Message> take(String schema, Set<Target> unreachable, int limit) {
    Object[] without = unreachable.stream().map(Target::text).toArray();
    return database.query(
        of(schema, TAKE),
        statement -> {
          statement.setLong(1, grace.toMillis());
          statement.setArray(2, statement.getConnection().createArrayOf("text", without));
          statement.setInt(3, limit);
        },
        PostgresOutboxes::message);
  }

  @Override
  public void mark(String schema, List<Message> taken, List<Message> left) {
    List<EventId> waiting = left.stream().map(Message::eventId).toList();
    List<Message> sent =
        taken.stream().filter(message -> !waiting.contains(message.eventId())).toList();
    if (!sent.isEmpty()) {
      database.batch(
          of(schema, SENT),
          sent,
          (statement, message) -> statement.setObject(1, message.eventId().value()));
    }
    if (!left.isEmpty()) {
      database.batch(
          of(schema, LEFT),
          left,
          (statement, message) -> {
            statement.setString(1, pending(message));
            statement.setObject(2, message.eventId().value());
          });
    }
  }

  @Override
  public void forget(String schema) {
    database.update(of(schema, FORGET_SENT), statement -> {});
    database.update(of(schema, FORGET_HANDLED), statement -> {});
  }

  /// The schemas are those that [#schemas] gives: plain lower-case words.
  private static String of(String schema, String sql) {
    return sql.replace("SCHEMA", schema);
  }

  private static Message message(ResultSet row) throws SQLException {
    String[] pending = (String[]) row.getArray(6).getArray();
    return new Message(
        new EventId(row.getObject(1, UUID.class)),
        row.getString(2),
        CorrelationId.parse(row.getString(4)),
        new TraceParent(row.getString(5)),
        row.getString(3),
        Arrays.stream(pending).map(Target::new).toList());
  }

  private static String pending(Message message) {
    return message.targets().stream().map(Target::text).collect(Collectors.joining(","));
  }
}
