package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.FetchEvidence;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.KeepSnapshot;
import com.aiqleads.acquisition.fetching.RobotsEvidence;
import com.aiqleads.acquisition.fetching.Snapshots;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.kernel.Ids;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Gzipped bytes, the evidence in the object's metadata. The key says what was fetched, where and
/// when, so that no fetch overwrites another's evidence.
final class S3Snapshots implements Snapshots, KeepSnapshot {

  /// Of names and values together, which are ASCII: all that S3 takes.
  static final int MAX_EVIDENCE_BYTES = 2_048;

  private static final int LEAST_CUT = 40;
  private static final String CUT = "...";

  private final S3Client s3;
  private final String bucket;
  private final Set<String> keptRobots = ConcurrentHashMap.newKeySet();

  S3Snapshots(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public String keep(FetchedPage page, SourcePolicy policy) {
    keepRobots(page.robots(), policy);
    String hash = page.body().hash();
    UUID fetch = Ids.derived("fetch", page.request().address(), page.fetchedAt().toString());
    String key = policy.source() + "/" + hash.substring(0, 2) + "/" + hash + "-" + fetch + ".gz";
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentType(page.contentType())
            .contentEncoding("gzip")
            .metadata(evidence(page, policy))
            .build();
    s3.putObject(request, RequestBody.fromBytes(Gzip.zipped(page.body().toArray())));
    return key;
  }

  /// Once for each file and process; the pages' evidence names it by its hash.
  private void keepRobots(RobotsEvidence robots, SourcePolicy policy) {
    String key = policy.source() + "/robots/" + robots.body().hash() + ".gz";
    if (!keptRobots.contains(key)) {
      s3.putObject(
          request ->
              request.bucket(bucket).key(key).contentType("text/plain").contentEncoding("gzip"),
          RequestBody.fromBytes(Gzip.zipped(robots.body().toArray())));
      keptRobots.add(key);
    }
  }

  @Override
  public Optional<byte[]> find(String snapshotKey) {
    try {
      return Optional.of(
          Gzip.unzipped(
              s3.getObjectAsBytes(request -> request.bucket(bucket).key(snapshotKey))
                  .asByteArrayUnsafe()));
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    }
  }

  /// What weighs most comes first: a store takes no more than so much beside an object, and a site
  /// may answer with headers of any length.
  private static Map<String, String> evidence(FetchedPage page, SourcePolicy policy) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("status", String.valueOf(page.status()));
    evidence.put("fetched-at", page.fetchedAt().toString());
    evidence.put("robots-status", String.valueOf(page.robots().status()));
    evidence.put("robots-hash", page.robots().body().hash());
    evidence.put("robots-read-at", page.robots().fetchedAt().toString());
    evidence.put("user-agent", plain(policy.userAgent()));
    evidence.put("approved-by", plain(policy.approval().text()));
    String rule = page.robots().rule();
    evidence.put("robots-rule", rule.isEmpty() ? FetchEvidence.NO_RULE : plain(rule));
    evidence.put("url", plain(page.url().toString()));
    evidence.put("robots", plain(page.robots().url().toString()));
    evidence.put("terms", plain(policy.termsUrl()));
    evidence.put("etag", plain(page.validators().entityTag()));
    evidence.put("last-modified", plain(page.validators().lastModified()));
    return fitting(evidence);
  }

  /// What does not fit is cut, and says so; or left out, if hardly anything of it would be left.
  private static Map<String, String> fitting(Map<String, String> evidence) {
    Map<String, String> kept = new LinkedHashMap<>();
    int room = MAX_EVIDENCE_BYTES;
    for (Map.Entry<String, String> each : evidence.entrySet()) {
      int left = room - each.getKey().length();
      String value = each.getValue();
      if (value.length() > left && left >= LEAST_CUT) {
        value = value.substring(0, left - CUT.length()) + CUT;
      }
      if (!value.isEmpty() && value.length() <= left) {
        kept.put(each.getKey(), value);
        room = left - value.length();
      }
    }
    return kept;
  }

  /// Metadata travels in headers: one line of ASCII.
  static String plain(String text) {
    return text.chars().allMatch(character -> character >= ' ' && character <= '~')
        ? text
        : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
