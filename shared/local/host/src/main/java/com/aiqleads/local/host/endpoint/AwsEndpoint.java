package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.http.Answers;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalHosts;
import com.aiqleads.local.host.queue.Mapping;
import com.aiqleads.local.host.schedule.AsyncInvocations;
import com.aiqleads.local.host.schedule.Schedules;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// The one address for all AWS services. Signatures are not verified: whoever reaches it is at this
/// computer.
public final class AwsEndpoint {

  /// What the endpoint passes on, and what it answers itself from.
  public record Parts(
      URI queues,
      URI dynamodb,
      URI objects,
      FunctionHost functions,
      List<Mapping> mappings,
      AsyncInvocations async,
      Schedules schedules,
      SecretValues secrets,
      Keys keys,
      ObjectWatcher watcher) {}

  private final Proxy queues;
  private final Proxy dynamodb;
  private final ObjectProxy objects;
  private final LambdaApi lambda;
  private final SchedulerApi scheduler;
  private final Secrets secrets;
  private final Kms kms;

  public AwsEndpoint(Parts parts) {
    this.queues = new Proxy(parts.queues());
    this.dynamodb = new Proxy(parts.dynamodb());
    this.objects = new ObjectProxy(new Proxy(parts.objects()), parts.watcher());
    this.lambda = new LambdaApi(parts.functions(), parts.mappings(), parts.async());
    this.scheduler = new SchedulerApi(parts.schedules(), parts.functions());
    this.secrets = new Secrets(parts.secrets());
    this.kms = new Kms(parts.keys());
  }

  public void answer(HttpExchange exchange) throws IOException {
    try {
      LocalHosts.check(exchange);
      switch (AwsService.of(exchange)) {
        case AwsService.Found.Known known -> answer(exchange, known.service());
        case AwsService.Found.Unknown unknown -> throw AwsError.unsupported(unknown.word());
      }
    } catch (AwsError e) {
      refuse(exchange, e);
    } catch (Json.NotJson | LocalHosts.Foreign e) {
      refuse(exchange, new AwsError(400, "ValidationException", String.valueOf(e.getMessage())));
    }
  }

  private void answer(HttpExchange exchange, AwsService service) throws IOException {
    switch (service) {
      case SQS -> queues.pass(exchange);
      case DYNAMODB -> dynamodb.pass(exchange);
      case S3 -> objects.pass(exchange);
      case LAMBDA -> lambda.answer(exchange);
      case SCHEDULER -> scheduler.answer(exchange);
      case SECRETS_MANAGER -> secrets.answer(exchange);
      case KMS -> kms.answer(exchange);
      case STS -> Sts.answer(exchange);
    }
  }

  private static void refuse(HttpExchange exchange, AwsError error) throws IOException {
    exchange.getResponseHeaders().set("X-Amzn-Errortype", error.code());
    Answers.json(exchange, error.status(), error.json());
  }
}
