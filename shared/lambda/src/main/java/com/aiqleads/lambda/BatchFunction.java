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
import java.util.ArrayList;
import java.util.List;

/// Handles a batch of events from a queue and names those that must come again.
public abstract class BatchFunction<E extends Event>
    extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> implements RequestStreamHandler {

  private static final Argument<SQSEvent> INPUT = Argument.of(SQSEvent.class);

  private final EventReader<E> reader;
  private final BatchReport report;
  private final Payloads payloads;

  protected BatchFunction(List<Class<? extends E>> accepted) {
    this.reader = new EventReader<>(applicationContext.getBean(ObjectMapper.class), accepted);
    this.report = applicationContext.getBean(BatchReport.class);
    this.payloads = applicationContext.getBean(Payloads.class);
    applicationContext.getBean(Rehearsal.class).of(reader, accepted);
  }

  protected BatchFunction(ApplicationContext context, List<Class<? extends E>> accepted) {
    super(context);
    this.reader = new EventReader<>(applicationContext.getBean(ObjectMapper.class), accepted);
    this.report = applicationContext.getBean(BatchReport.class);
    this.payloads = applicationContext.getBean(Payloads.class);
  }

  /// Throwing means: not now, that item again later. [PermanentFailure] means: never.
  protected abstract void handle(E event, Publisher publisher);

  /// One outcome for each item, in their order.
  protected abstract List<Outcome> process(List<Delivered<E>> items);

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    payloads.handle(input, output, INPUT, batch -> handleRequest(batch, context));
  }

  @Override
  public final SQSBatchResponse execute(SQSEvent batch) {
    List<BatchItemFailure> again = new ArrayList<>();
    List<Delivered<E>> readable = new ArrayList<>();
    for (SQSMessage message : batch.getRecords()) {
      try {
        readable.add(reader.read(message));
      } catch (PermanentFailure unreadable) {
        if (!report.unreadable(message, unreadable)) {
          again.add(new BatchItemFailure(message.getMessageId()));
        }
      }
    }
    again.addAll(outcomes(readable));
    report.end();
    return new SQSBatchResponse(again);
  }

  private List<BatchItemFailure> outcomes(List<Delivered<E>> items) {
    List<BatchItemFailure> again = new ArrayList<>();
    List<Outcome> outcomes = items.isEmpty() ? List.of() : process(items);
    for (int index = 0; index < outcomes.size(); index++) {
      if (!report.settled(items.get(index), outcomes.get(index))) {
        again.add(new BatchItemFailure(items.get(index).message().getMessageId()));
      }
    }
    return again;
  }

  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return new FunctionContextBuilder();
  }
}
