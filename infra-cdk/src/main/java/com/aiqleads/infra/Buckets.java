package com.aiqleads.infra;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/// Encrypted, private, over TLS only; what is overwritten or deleted can be had for a month.
final class Buckets {

  private static final int OLD_VERSIONS_DAYS = 30;
  private static final int UNFINISHED_UPLOADS_DAYS = 7;

  private Buckets() {}

  static Bucket make(
      Construct scope, String id, String name, Ground ground, @Nullable Duration kept) {
    return plain(scope, id, name, ground, kept)
        .encryption(BucketEncryption.KMS)
        .encryptionKey(ground.foundation().keys().dataKey())
        .bucketKeyEnabled(true)
        .build();
  }

  /// For documents that anybody may read: a key of ours would keep them from readers.
  static Bucket makeReadable(Construct scope, String id, String name, Ground ground) {
    return plain(scope, id, name, ground, null).encryption(BucketEncryption.S3_MANAGED).build();
  }

  private static Bucket.Builder plain(
      Construct scope, String id, String name, Ground ground, @Nullable Duration kept) {
    LifecycleRule.Builder rule =
        LifecycleRule.builder()
            .abortIncompleteMultipartUploadAfter(Duration.days(UNFINISHED_UPLOADS_DAYS))
            .noncurrentVersionExpiration(Duration.days(OLD_VERSIONS_DAYS));
    if (kept != null) {
      rule.expiration(kept);
    }
    return Bucket.Builder.create(scope, id)
        .bucketName(name)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .enforceSsl(true)
        .minimumTlsVersion(1.2)
        .versioned(true)
        .lifecycleRules(List.of(rule.build()))
        .serverAccessLogsBucket(ground.foundation().accessLogs())
        .serverAccessLogsPrefix(name + "/")
        .removalPolicy(ground.stage().removal());
  }
}
