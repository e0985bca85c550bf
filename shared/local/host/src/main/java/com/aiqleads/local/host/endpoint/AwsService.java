package com.aiqleads.local.host.endpoint;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose request it is: told by the target header, the credential scope of the signature or the
/// shape of the path, in this order.
enum AwsService {
  SQS,
  DYNAMODB,
  S3,
  LAMBDA,
  SCHEDULER,
  SECRETS_MANAGER,
  KMS,
  STS;

  static final String SUPPORTED =
      "SQS, DynamoDB, S3, Lambda, EventBridge Scheduler, Secrets Manager, KMS, STS";

  private static final Pattern SCOPE =
      Pattern.compile("Credential=[^/,]+/[0-9]+/[^/]+/([a-z0-9-]+)/aws4_request");
  private static final Pattern QUERY_SCOPE =
      Pattern.compile("X-Amz-Credential=[^&]+?(?:/|%2F)([a-z0-9-]+)(?:/|%2F)aws4_request");

  /// Answers the service, or the word by which an unsupported one was recognised.
  sealed interface Found {
    record Known(AwsService service) implements Found {}

    record Unknown(String word) implements Found {}
  }

  static Found of(HttpExchange exchange) {
    Optional<String> target =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    if (target.isPresent()) {
      return byTarget(target.get());
    }
    return scope(exchange).map(AwsService::byScope).orElseGet(() -> byPath(exchange));
  }

  private static Found byTarget(String target) {
    String prefix = target.substring(0, Math.max(0, target.lastIndexOf('.')));
    return switch (prefix) {
      case "AmazonSQS" -> new Found.Known(SQS);
      case "DynamoDB_20120810" -> new Found.Known(DYNAMODB);
      case "secretsmanager" -> new Found.Known(SECRETS_MANAGER);
      case "TrentService" -> new Found.Known(KMS);
      default -> new Found.Unknown(prefix.isEmpty() ? target : prefix);
    };
  }

  private static Optional<String> scope(HttpExchange exchange) {
    List<String> header = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
    Matcher matcher = SCOPE.matcher(String.join(" ", header));
    if (matcher.find()) {
      return Optional.of(matcher.group(1));
    }
    Matcher query = QUERY_SCOPE.matcher(String.valueOf(exchange.getRequestURI().getRawQuery()));
    return query.find() ? Optional.of(query.group(1)) : Optional.empty();
  }

  private static Found byScope(String scope) {
    return switch (scope.toLowerCase(Locale.ROOT)) {
      case "sqs" -> new Found.Known(SQS);
      case "dynamodb" -> new Found.Known(DYNAMODB);
      case "s3" -> new Found.Known(S3);
      case "lambda" -> new Found.Known(LAMBDA);
      case "scheduler" -> new Found.Known(SCHEDULER);
      case "secretsmanager" -> new Found.Known(SECRETS_MANAGER);
      case "kms" -> new Found.Known(KMS);
      case "sts" -> new Found.Known(STS);
      default -> new Found.Unknown(scope);
    };
  }

  /// Unsigned requests: Lambda's and Scheduler's paths are their own, everything else is an object.
  private static Found byPath(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    if (path.startsWith("/2015-03-31/")) {
      return new Found.Known(LAMBDA);
    }
    boolean schedules = path.equals("/schedules") || path.startsWith("/schedules/");
    return new Found.Known(schedules ? SCHEDULER : S3);
  }
}
