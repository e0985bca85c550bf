package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.erasing.ErasablePages;
import com.aiqleads.acquisition.suppression.Person;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Opens every object: nobody keeps a list of who stands on which page, since that would be one
/// more place to erase. Deletes whole objects; those of others on the same page go with them.
final class S3ErasablePages implements ErasablePages {

  private static final int MIN_PATH = 8;

  private final S3Client s3;
  private final String bucket;
  private final int atATime;

  S3ErasablePages(S3Client s3, String bucket, int atATime) {
    this.s3 = s3;
    this.bucket = bucket;
    this.atATime = atATime;
  }

  @Override
  public Walk erase(Person person, Set<String> urls, String after) {
    Traces traces = Traces.of(person);
    List<String> paths = urls.stream().map(S3ErasablePages::path).toList();
    ListObjectsV2Response page =
        s3.listObjectsV2(
            request ->
                request.bucket(bucket).maxKeys(atATime).startAfter(after.isEmpty() ? null : after));
    long erased = 0;
    for (S3Object object : page.contents()) {
      if (names(object.key(), traces, paths)) {
        delete(object.key());
        erased++;
      }
    }
    boolean isLast = page.contents().isEmpty() || !Boolean.TRUE.equals(page.isTruncated());
    return new Walk(
        erased, isLast ? Optional.empty() : Optional.of(page.contents().getLast().key()));
  }

  /// Pages link without their host. One that is too short would stand on every page.
  private static String path(String url) {
    String path = URI.create(url).getRawPath();
    return path == null || path.length() < MIN_PATH ? url : path;
  }

  private boolean names(String key, Traces traces, List<String> paths) {
    try {
      ResponseBytes<GetObjectResponse> object =
          s3.getObjectAsBytes(request -> request.bucket(bucket).key(key));
      String body = text(key, object.asByteArrayUnsafe());
      String all = body + " " + String.join(" ", object.response().metadata().values());
      return traces.anyIn(all) || paths.stream().anyMatch(all::contains);
    } catch (NoSuchKeyException _) {
      return false;
    }
  }

  private static String text(String key, byte[] bytes) {
    return new String(key.endsWith(".gz") ? Gzip.unzipped(bytes) : bytes, StandardCharsets.UTF_8);
  }

  /// Where versions are kept, a deletion hides only; so each version goes.
  private void delete(String key) {
    DeleteObjectResponse hidden = s3.deleteObject(request -> request.bucket(bucket).key(key));
    if (hidden.versionId() != null) {
      var all = s3.listObjectVersions(request -> request.bucket(bucket).prefix(key));
      all.versions().stream()
          .filter(one -> one.key().equals(key))
          .forEach(one -> delete(key, one.versionId()));
      all.deleteMarkers().stream()
          .filter(one -> one.key().equals(key))
          .forEach(one -> delete(key, one.versionId()));
    }
  }

  private void delete(String key, String version) {
    s3.deleteObject(request -> request.bucket(bucket).key(key).versionId(version));
  }
}
