package com.aiqleads.lambda.database;

import com.aiqleads.lambda.Message;
import com.aiqleads.lambda.Queues;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends at once what is committed. Whatever fails here is not lost: `relay-events` sends it.
@Singleton
final class AfterCommit {

  private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

  private final Queues queues;
  private final OutboxRows rows;

  AfterCommit(Queues queues, OutboxRows rows) {
    this.queues = queues;
    this.rows = rows;
  }

  void send(List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    try {
      rows.mark(messages, queues.send(messages));
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).addKeyValue("events", messages.size()).log("left to the relay");
    }
  }
}
