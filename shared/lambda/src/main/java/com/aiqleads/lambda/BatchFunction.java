package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import java.util.List;

/// Handles a batch of events from a queue and names those that must come again.
public abstract class BatchFunction<E extends Event>
    extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {

  protected BatchFunction(List<Class<? extends E>> accepted) {}

  protected BatchFunction(ApplicationContext context, List<Class<? extends E>> accepted) {
    super(context);
  }

  /// Throwing means: not now, that item again later. [PermanentFailure] means: never.
  protected abstract void handle(E event, Publisher publisher);

  @Override
  public final SQSBatchResponse execute(SQSEvent batch) {
    return new SQSBatchResponse(List.of());
  }
}
