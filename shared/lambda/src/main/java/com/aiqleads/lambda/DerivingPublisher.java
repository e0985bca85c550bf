package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects what the handling of one delivery says. The ids follow from the delivery, the function
/// and the order of saying, so that handling again says the same events.
public final class DerivingPublisher implements Publisher {

  private final List<Message> said = new ArrayList<>();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Messages messages;
  private final String functionId;
  private final Delivery cause;

  public DerivingPublisher(Messages messages, FunctionIdentity function, Delivery cause) {
    this.messages = messages;
    this.functionId = function.id();
    this.cause = cause;
  }

  @Override
  public void publish(Event event) {
    String name = EventNames.of(event.getClass());
    int ordinal = ordinals.merge(name, 1, Integer::sum);
    EventId id =
        new EventId(
            Ids.derived(
                "event", cause.eventId().text(), functionId, name, Integer.toString(ordinal)));
    said.add(messages.of(event, id, cause));
  }

  @Override
  public void publish(Event event, CorrelationId journey) {
    said.add(messages.of(event, startOf(journey, event), cause.on(journey)));
  }

  public List<Message> said() {
    return List.copyOf(said);
  }

  /// The id of the event that starts a journey.
  static EventId startOf(CorrelationId journey, Event event) {
    return new EventId(Ids.derived("event", journey.text(), EventNames.of(event.getClass())));
  }
}
