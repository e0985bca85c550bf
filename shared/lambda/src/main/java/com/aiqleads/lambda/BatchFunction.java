package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.core.type.Argument;
import io.micronaut.function.aws.MicronautRequestHandler;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Handles a batch of events from a queue and names those that must come again. From a queue that
/// keeps order, the events of a group one after another, until one of them must come again.
public abstract class BatchFunction<E extends Event>
    extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> implements RequestStreamHandler {

  /// With less left of the invocation, what is behind in its group comes again.
  private static final Duration LEAST_FOR_A_ROUND = Duration.ofSeconds(2);

  private static final Argument<SQSEvent> INPUT = Argument.of(SQSEvent.class);

  private final EventReader<E> reader;
  private final BatchReport report;
  private final Payloads payloads;
  private final Invocations invocations;

  protected BatchFunction(List<Class<? extends E>> accepted) {
    this.reader = new EventReader<>(applicationContext.getBean(ObjectMapper.class), accepted);
    this.report = applicationContext.getBean(BatchReport.class);
    this.payloads = applicationContext.getBean(Payloads.class);
    this.invocations = applicationContext.getBean(Invocations.class);
    applicationContext.getBean(Rehearsal.class).of(reader, accepted);
  }

  protected BatchFunction(ApplicationContext context, List<Class<? extends E>> accepted) {
    super(context);
    this.reader = new EventReader<>(applicationContext.getBean(ObjectMapper.class), accepted);
    this.report = applicationContext.getBean(BatchReport.class);
    this.payloads = applicationContext.getBean(Payloads.class);
    this.invocations = applicationContext.getBean(Invocations.class);
  }

  /// One outcome for each item, in their order; no two items are of one group.
  protected abstract List<Outcome> process(List<Delivered<E>> items);

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    payloads.handle(input, output, INPUT, batch -> handleRequest(batch, context));
  }

  @Override
  public final SQSBatchResponse execute(SQSEvent batch) {
    Rounds rounds = new Rounds(batch.getRecords());
    List<SQSMessage> round = rounds.next();
    while (!round.isEmpty()) {
      rounds.failed(unsettled(round));
      if (invocations.remaining().compareTo(LEAST_FOR_A_ROUND) < 0) {
        rounds.stop();
      }
      round = rounds.next();
    }
    report.end();
    return new SQSBatchResponse(
        rounds.again().stream().map(it -> new BatchItemFailure(it.getMessageId())).toList());
  }

  private List<SQSMessage> unsettled(List<SQSMessage> round) {
    List<SQSMessage> again = new ArrayList<>();
    List<Delivered<E>> readable = new ArrayList<>();
    for (SQSMessage message : round) {
      try {
        readable.add(reader.read(message));
      } catch (PermanentFailure unreadable) {
        if (!report.unreadable(message, unreadable)) {
          again.add(message);
        }
      }
    }
    again.addAll(failures(readable));
    return again;
  }

  private List<SQSMessage> failures(List<Delivered<E>> items) {
    List<SQSMessage> again = new ArrayList<>();
    List<Outcome> outcomes = items.isEmpty() ? List.of() : process(items);
    for (int index = 0; index < outcomes.size(); index++) {
      if (!report.settled(items.get(index), outcomes.get(index))) {
        again.add(items.get(index).message());
      }
    }
    return again;
  }

  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return new FunctionContextBuilder();
  }
}
