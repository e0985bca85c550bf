package com.aiqleads.lambda.database;

import com.aiqleads.kernel.EventId;
import com.aiqleads.lambda.Message;
import com.aiqleads.lambda.Target;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The rows of events said and perhaps not sent yet.
@Singleton
final class OutboxRows {

  private static final String INSERT =
      """
      insert into outbox (event_id, event, body, traceparent, pending)
      select event_id, event, body, traceparent, string_to_array(pending, ',')
      from unnest(?, ?, ?, ?, ?) said (event_id, event, body, traceparent, pending)
      on conflict do nothing
      """;
  private static final String SENT =
      "update outbox set sent_at = clock_timestamp(), pending = '{}' where event_id = any(?)";
  private static final String LEFT =
      "update outbox set pending = string_to_array(?, ',') where event_id = ?";

  private final Database database;

  OutboxRows(Database database) {
    this.database = database;
  }

  void add(List<Message> messages) {
    if (!messages.isEmpty()) {
      database.update(
          INSERT,
          statement -> {
            ids(statement, 1, messages);
            texts(statement, 2, messages, Message::event);
            texts(statement, 3, messages, Message::body);
            texts(statement, 4, messages, message -> message.trace().value());
            texts(statement, 5, messages, OutboxRows::pending);
          });
    }
  }

  /// Everything is with all its takers, except what is left.
  void mark(Collection<Message> messages, List<Message> left) {
    List<EventId> waiting = left.stream().map(Message::eventId).toList();
    List<Message> sent =
        messages.stream().filter(message -> !waiting.contains(message.eventId())).toList();
    if (!sent.isEmpty()) {
      database.update(SENT, statement -> ids(statement, 1, sent));
    }
    if (!left.isEmpty()) {
      database.batch(
          LEFT,
          left,
          (statement, message) -> {
            statement.setString(1, pending(message));
            statement.setObject(2, message.eventId().value());
          });
    }
  }

  private static String pending(Message message) {
    return message.targets().stream().map(Target::text).collect(Collectors.joining(","));
  }

  private static void ids(PreparedStatement statement, int index, Collection<Message> messages)
      throws SQLException {
    Object[] ids = messages.stream().map(message -> message.eventId().value()).toArray();
    statement.setArray(index, statement.getConnection().createArrayOf("uuid", ids));
  }

  private static void texts(
      PreparedStatement statement,
      int index,
      List<Message> messages,
      Function<Message, String> column)
      throws SQLException {
    Object[] texts = messages.stream().map(column).toArray();
    statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
  }
}
