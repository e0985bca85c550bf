package com.aiqleads.lambda.database;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.EventId;
import com.aiqleads.lambda.Delivered;
import com.aiqleads.lambda.DerivingPublisher;
import com.aiqleads.lambda.FunctionIdentity;
import com.aiqleads.lambda.Handling;
import com.aiqleads.lambda.Message;
import com.aiqleads.lambda.Messages;
import com.aiqleads.lambda.Outcome;
import com.aiqleads.lambda.PermanentFailure;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Handles the items of a batch one after another in one transaction, which costs few round trips.
/// If anything in it fails, each item again in a transaction of its own, so that only the culprit
/// fails.
@Singleton
final class StoringSteps {

  private final Database database;
  private final Inbox inbox;
  private final OutboxRows outbox;
  private final AfterCommit afterCommit;
  private final Messages messages;
  private final FunctionIdentity function;
  private final Handling handling;

  StoringSteps(
      Database database,
      Inbox inbox,
      OutboxRows outbox,
      AfterCommit afterCommit,
      Messages messages,
      FunctionIdentity function,
      Handling handling) {
    this.database = database;
    this.inbox = inbox;
    this.outbox = outbox;
    this.afterCommit = afterCommit;
    this.messages = messages;
    this.function = function;
    this.handling = handling;
  }

  <E extends Event> List<Outcome> run(
      List<Delivered<E>> items, Function<List<E>, TransactionWork<E>> beginning) {
    List<Step> steps = attempt(items, beginning);
    afterCommit.send(steps.stream().flatMap(done -> done.said().stream()).toList());
    return steps.stream().map(Step::outcome).toList();
  }

  private <E extends Event> List<Step> attempt(
      List<Delivered<E>> items, Function<List<E>, TransactionWork<E>> beginning) {
    try {
      return database.inTransaction(() -> together(items, beginning));
    } catch (RuntimeException | StackOverflowError e) {
      return items.size() == 1
          ? List.of(new Step(List.of(), new Outcome.Failed(cause(e))))
          : items.stream().flatMap(item -> attempt(List.of(item), beginning).stream()).toList();
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof StoreFailure store && store.isImpossibleValue()
        ? new PermanentFailure("the store cannot hold a value of it: " + store.getMessage(), store)
        : failure;
  }

  private <E extends Event> List<Step> together(
      List<Delivered<E>> items, Function<List<E>, TransactionWork<E>> beginning) {
    Set<EventId> fresh =
        inbox.takeIn(
            items.stream().map(item -> item.delivery().eventId()).collect(Collectors.toSet()));
    List<E> events =
        items.stream()
            .filter(item -> fresh.contains(item.delivery().eventId()))
            .map(Delivered::event)
            .toList();
    if (events.isEmpty()) {
      return items.stream().map(_ -> Step.REPEATED).toList();
    }
    TransactionWork<E> work = beginning.apply(events);
    List<Step> steps = new ArrayList<>();
    for (Delivered<E> item : items) {
      // Taken out when handled: the same event may stand in a batch twice.
      steps.add(fresh.remove(item.delivery().eventId()) ? handle(item, work) : Step.REPEATED);
    }
    work.conclude();
    outbox.add(steps.stream().flatMap(done -> done.said().stream()).toList());
    return steps;
  }

  private <E extends Event> Step handle(Delivered<E> item, TransactionWork<E> work) {
    DerivingPublisher publisher = new DerivingPublisher(messages, function, item.delivery());
    handling.run(item.delivery(), () -> work.handle(item.event(), publisher));
    return new Step(publisher.said(), new Outcome.Handled(publisher.said().size()));
  }

  private record Step(List<Message> said, Outcome outcome) {

    static final Step REPEATED = new Step(List.of(), new Outcome.Repeated());
  }
}
