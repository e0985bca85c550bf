package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.ActiveMQEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.core.beans.BeanIntrospector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeededIntrospectionsTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        SQSEvent.class,
        SQSEvent.SQSMessage.class,
        SQSEvent.MessageAttribute.class,
        SQSBatchResponse.class,
        SQSBatchResponse.BatchItemFailure.class,
        APIGatewayV2HTTPEvent.class,
        APIGatewayV2HTTPEvent.RequestContext.Http.class,
        APIGatewayV2HTTPResponse.class,
        ScheduledRun.class,
        Envelope.class
      })
  void knowsWhatOurFunctionsTakeAndAnswer(Class<?> type) {
    assertThat(BeanIntrospector.SHARED.findIntrospection(type)).isPresent();
  }

  @Test
  void doesNotLoadWhatNoFunctionTakes() {
    assertThat(BeanIntrospector.SHARED.findIntrospection(ActiveMQEvent.class)).isEmpty();
  }
}
