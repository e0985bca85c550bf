package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.Ids;
import java.util.ArrayList;
import java.util.List;

/// Sends what a long run says while it runs, a few at a time. A repeated run need not say the same
/// things in the same order (a page may be gone), so an id follows from what is said. Each event
/// starts a journey of its own.
final class SendingPublisher implements Publisher {

  private static final int WAITING_AT_MOST = 10;

  private final List<Message> waiting = new ArrayList<>();
  private final Messages messages;
  private final Queues queues;
  private final Delivery run;
  private int sent;

  SendingPublisher(Messages messages, Queues queues, Delivery run) {
    this.messages = messages;
    this.queues = queues;
    this.run = run;
  }

  @Override
  public void publish(Event event) {
    String name = EventNames.of(event.getClass());
    EventId id =
        new EventId(Ids.derived("event", run.eventId().text(), name, messages.data(event)));
    publish(event, id, new CorrelationId(Ids.derived("correlation", id.text())));
  }

  @Override
  public void publish(Event event, CorrelationId journey) {
    publish(event, DerivingPublisher.startOf(journey, event), journey);
  }

  @Override
  public synchronized void flush() {
    int unsent = queues.send(waiting).size();
    if (unsent > 0) {
      throw new IllegalStateException(unsent + " events could not be sent");
    }
    sent += waiting.size();
    waiting.clear();
  }

  private synchronized void publish(Event event, EventId id, CorrelationId journey) {
    TraceParent trace = TraceParent.childOf(run.trace().value());
    waiting.add(
        messages.of(event, id, new Delivery(id, run.event(), run.occurredAt(), journey, trace)));
    if (waiting.size() >= WAITING_AT_MOST) {
      flush();
    }
  }

  synchronized int sent() {
    return sent;
  }
}
