package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.EventId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Handles the items of a batch at once, then sends what all of them said, ten to a call.
@Singleton
final class ParallelSteps {

  /// What must be left of the invocation to send and to answer.
  private static final Duration MARGIN = Duration.ofSeconds(2);

  private static final Duration SHORTEST = Duration.ofMillis(500);

  /// As many as a batch has items, and of the platform: an item that computes without end would
  /// keep one of the few carriers of all virtual threads, on which a local host's gateway, admin
  /// port and pollers live. Those that idle end after a minute.
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("item ", 0).factory());

  private final Queues queues;
  private final Messages messages;
  private final FunctionIdentity function;
  private final Handling handling;
  private final Invocations invocations;

  ParallelSteps(
      Queues queues,
      Messages messages,
      FunctionIdentity function,
      Handling handling,
      Invocations invocations) {
    this.queues = queues;
    this.messages = messages;
    this.function = function;
    this.handling = handling;
    this.invocations = invocations;
  }

  <E extends Event> List<Outcome> run(List<Delivered<E>> items, BiConsumer<E, Publisher> step) {
    List<Handled> handled =
        items.size() == 1
            ? List.of(handle(items.getFirst(), step))
            : inParallel(
                items.stream().map(item -> invocations.carried(() -> handle(item, step))).toList());
    Set<EventId> unsent =
        queues.send(handled.stream().flatMap(item -> item.said().stream()).toList()).stream()
            .map(Message::eventId)
            .collect(Collectors.toSet());
    return handled.stream().map(item -> item.afterSending(unsent)).toList();
  }

  private List<Handled> inParallel(List<Callable<Handled>> work) {
    try {
      return threads.invokeAll(work, patience().toMillis(), TimeUnit.MILLISECONDS).stream()
          .map(ParallelSteps::result)
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a batch was handled", e);
    }
  }

  private Duration patience() {
    Duration left = invocations.remaining().minus(MARGIN);
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }

  private <E extends Event> Handled handle(Delivered<E> item, BiConsumer<E, Publisher> step) {
    DerivingPublisher publisher = new DerivingPublisher(messages, function, item.delivery());
    try {
      handling.run(item.delivery(), () -> step.accept(item.event(), publisher));
      return new Handled(publisher.said(), new Outcome.Handled(publisher.said().size()));
    } catch (RuntimeException | StackOverflowError e) {
      return Handled.failed(e);
    }
  }

  private static Handled result(Future<Handled> future) {
    return switch (future.state()) {
      case SUCCESS -> future.resultNow();
      case FAILED -> Handled.failed(future.exceptionNow());
      case RUNNING, CANCELLED ->
          Handled.failed(new IllegalStateException("not done in the time of the invocation"));
    };
  }

  private record Handled(List<Message> said, Outcome outcome) {

    static Handled failed(Throwable cause) {
      return new Handled(List.of(), new Outcome.Failed(cause));
    }

    Outcome afterSending(Set<EventId> unsent) {
      return said.stream().anyMatch(message -> unsent.contains(message.eventId()))
          ? new Outcome.Failed(new IllegalStateException("what it said could not be sent"))
          : outcome;
    }
  }
}
