package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.FetchEvidence;
import com.aiqleads.acquisition.fetching.FetchEvidences;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Reads what [S3Snapshots] writes beside a page, without the page.
record S3FetchEvidences(S3Client s3, String bucket) implements FetchEvidences {

  private static final List<String> NEEDED =
      List.of("fetched-at", "robots-status", "robots-hash", "robots-read-at", "approved-by");

  @Override
  public Optional<FetchEvidence> of(String snapshotKey) {
    try {
      Map<String, String> kept =
          s3.headObject(request -> request.bucket(bucket).key(snapshotKey)).metadata();
      return kept.keySet().containsAll(NEEDED)
          ? Optional.of(evidence(NEEDED.stream().map(kept::get).toList(), kept.get("robots-rule")))
          : Optional.empty();
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    }
  }

  private static FetchEvidence evidence(List<String> kept, @Nullable String rule) {
    return new FetchEvidence(
        Instant.parse(kept.get(0)),
        Integer.parseInt(kept.get(1)),
        kept.get(2),
        Instant.parse(kept.get(3)),
        rule,
        kept.get(4));
  }
}
