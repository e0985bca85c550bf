package com.aiqleads.lambda.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Singleton
@Replaces(DynamoDbClaims.class)
@Requires(property = "claims", value = "in-memory")
final class InMemoryClaims implements IdempotencyClaims {

  private record Row(String fingerprint, Optional<StoredAnswer> answer) {}

  private final Map<String, Row> rows = new HashMap<>();

  @Override
  public Claim claim(String key, String fingerprint, Duration lock) {
    Row row = rows.get(key);
    if (row == null) {
      rows.put(key, new Row(fingerprint, Optional.empty()));
      return new Claim.Won(Instant.EPOCH);
    }
    if (!row.fingerprint().equals(fingerprint)) {
      return new Claim.OtherRequest();
    }
    return row.answer().<Claim>map(Claim.Answered::new).orElseGet(Claim.InProgress::new);
  }

  @Override
  public void store(String key, Instant lockedUntil, StoredAnswer answer) {
    rows.computeIfPresent(key, (_, row) -> new Row(row.fingerprint(), Optional.of(answer)));
  }

  @Override
  public void release(String key, Instant lockedUntil) {
    rows.remove(key);
  }

  void clear() {
    rows.clear();
  }

  List<String> fingerprints() {
    return rows.values().stream().map(Row::fingerprint).toList();
  }

  List<String> answers() {
    return rows.values().stream()
        .flatMap(row -> row.answer().stream())
        .map(StoredAnswer::body)
        .toList();
  }

  void forgetAnswers() {
    rows.replaceAll((_, row) -> new Row(row.fingerprint(), Optional.empty()));
  }
}
