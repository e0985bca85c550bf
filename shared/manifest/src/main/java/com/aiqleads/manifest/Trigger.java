package com.aiqleads.manifest;

import java.util.List;

/// What makes a function run. Exactly one kind each.
public sealed interface Trigger {

  /// Its queue gets every one of these events.
  record OnEvents(List<EventName> events) implements Trigger {
    public OnEvents {
      events = List.copyOf(events);
    }
  }

  record OnSchedule(Schedule schedule) implements Trigger {}

  /// An object was put into the bucket.
  record OnBucket(Resource bucket) implements Trigger {}

  record OnHttp(List<Route> routes) implements Trigger {
    public OnHttp {
      routes = List.copyOf(routes);
    }
  }

  /// Nothing: an operator or a deployment invokes it.
  record OnDemand() implements Trigger {}
}
