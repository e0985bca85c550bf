package com.aiqleads.platform.checkhealth;

import com.aiqleads.lambda.Names;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// The stores of this stage, each asked for something that its role may read.
@Singleton
final class DeployedStores implements Stores {

  private static final int FORBIDDEN = 403;

  /// All are asked at once, the first time by clients that a cold start has just made: a store that
  /// is well must not be called late for it. The database may have to sign in anew besides, and
  /// search has a cluster to ask.
  private static final Duration LONG = Duration.ofSeconds(6);

  private static final Duration SHORT = Duration.ofSeconds(4);

  private final List<StoreCheck> checks;

  DeployedStores(
      DecidedEvents events,
      DynamoDbClient dynamoDb,
      S3Client s3,
      SqsClient sqs,
      SearchCluster search,
      Names names) {
    this.checks =
        List.of(
            new StoreCheck("postgresql", true, LONG, () -> waiting(events)),
            new StoreCheck("dynamodb", true, SHORT, () -> done(() -> row(dynamoDb, names))),
            new StoreCheck("s3", true, SHORT, () -> done(() -> keys(s3, names))),
            new StoreCheck("sqs", true, SHORT, () -> done(() -> queue(sqs, names))),
            new StoreCheck("opensearch", false, LONG, search::check));
  }

  @Override
  public List<StoreCheck> all() {
    return checks;
  }

  private static String waiting(DecidedEvents events) {
    return events.countBySentAtIsNull() + " events wait to be sent";
  }

  private static void row(DynamoDbClient dynamoDb, Names names) {
    dynamoDb.getItem(
        call ->
            call.tableName(names.table("idempotency-claims"))
                .key(Map.of("id", AttributeValue.fromS("health"))));
  }

  private static void keys(S3Client s3, Names names) {
    s3.headObject(call -> call.bucket(names.bucket("issuer")).key(".well-known/jwks.json"));
  }

  /// This function has no queue, and no right to any: that SQS says so is its answer. A table or an
  /// object that is gone, or not for us to read, is a store that is not up.
  private static void queue(SqsClient sqs, Names names) {
    try {
      sqs.getQueueUrl(call -> call.queueName(names.queue("platform-check-health")));
    } catch (QueueDoesNotExistException _) {
      // As it should be.
    } catch (SqsException refusal) {
      if (refusal.statusCode() != FORBIDDEN || refusal.isThrottlingException()) {
        throw refusal;
      }
    }
  }

  private static String done(Runnable question) {
    question.run();
    return "";
  }
}
