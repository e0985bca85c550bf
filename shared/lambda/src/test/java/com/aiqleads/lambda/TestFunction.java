package com.aiqleads.lambda;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The context of a function under test: as deployed, with the queues it is given.
public final class TestFunction {

  private TestFunction() {}

  /// Properties as the environment would give them: `aiqleads.routes` and so on.
  public static ApplicationContext start(
      String context,
      String function,
      SqsClient queues,
      Map<String, Object> properties,
      Object... beans) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("aiqleads.stage", "test");
    all.put("aiqleads.context", context);
    all.put("aiqleads.function", function);
    all.putIfAbsent("aiqleads.metrics", "jmx");
    ApplicationContext started =
        new FunctionContextBuilder().properties(all).packages("com.aiqleads").build();
    started.registerSingleton(SqsClient.class, queues);
    for (Object bean : beans) {
      started.registerSingleton(bean);
    }
    return started.start();
  }
}
