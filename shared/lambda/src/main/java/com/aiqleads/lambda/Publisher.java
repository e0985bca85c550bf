package com.aiqleads.lambda;

import com.aiqleads.events.Event;

/// Says that something happened. Its id is derived from what was handled, so that handling the same
/// thing again says the same thing again; the correlation id is carried on.
public interface Publisher {

  void publish(Event event);
}
