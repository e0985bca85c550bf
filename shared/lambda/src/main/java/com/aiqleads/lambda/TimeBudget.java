package com.aiqleads.lambda;

import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Ends every SDK call, with its repeats, before the invocation ends: a late answer helps nobody. A
/// call that says itself how long it may take ends no later than that.
final class TimeBudget implements ExecutionInterceptor {

  private static final Duration MARGIN = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration SHORTEST = Duration.ofMillis(200);

  private final RemainingTime remainingTime;

  TimeBudget(RemainingTime remainingTime) {
    this.remainingTime = remainingTime;
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    if (!(context.request() instanceof AwsRequest request)) {
      return context.request();
    }
    Duration limit = limit(remainingTime.remaining());
    Duration own =
        request
            .overrideConfiguration()
            .flatMap(AwsRequestOverrideConfiguration::apiCallTimeout)
            .orElse(limit);
    AwsRequestOverrideConfiguration limited =
        request
            .overrideConfiguration()
            .map(AwsRequestOverrideConfiguration::toBuilder)
            .orElseGet(AwsRequestOverrideConfiguration::builder)
            .apiCallTimeout(own.compareTo(limit) < 0 ? own : limit)
            .build();
    return request.toBuilder().overrideConfiguration(limited).build();
  }

  static Duration limit(Duration remaining) {
    Duration left = remaining.minus(MARGIN);
    if (left.compareTo(LONGEST) > 0) {
      return LONGEST;
    }
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }
}
