package com.aiqleads.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

class ObjectContractTest {

  private final S3Client s3 = Services.objects();
  private final String bucket = "contract-" + UUID.randomUUID();

  @BeforeEach
  void makeBucket() {
    s3.createBucket(call -> call.bucket(bucket));
  }

  @Test
  void givesBackBytesTypeAndEvidence() {
    byte[] bytes = "Zoë 🏡\u0000".getBytes(StandardCharsets.UTF_8);
    s3.putObject(
        call ->
            call.bucket(bucket)
                .key("fsbo/ab/page.gz")
                .contentType("text/html")
                .contentEncoding("gzip")
                .metadata(Map.of("url", "https://homes.example/1")),
        RequestBody.fromBytes(bytes));

    ResponseBytes<GetObjectResponse> found = get("fsbo/ab/page.gz");

    assertThat(found.asByteArray()).isEqualTo(bytes);
    assertThat(found.response().contentType()).isEqualTo("text/html");
    assertThat(found.response().contentEncoding()).isEqualTo("gzip");
    assertThat(found.response().metadata()).containsEntry("url", "https://homes.example/1");
  }

  @Test
  void keepsTheNewestOfTwo() {
    put("a", "old");
    put("a", "new");

    assertThat(get("a").asUtf8String()).isEqualTo("new");
  }

  @Test
  void saysThatAnObjectDoesNotExist() {
    assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(() -> get("nothing"));
    assertThatExceptionOfType(NoSuchKeyException.class)
        .isThrownBy(() -> s3.headObject(call -> call.bucket(bucket).key("nothing")));
  }

  @Test
  void pagesThroughAFolderInOrder() {
    List.of("f/c", "f/a", "f/b", "g/a").forEach(key -> put(key, key));

    ListObjectsV2Response first =
        s3.listObjectsV2(call -> call.bucket(bucket).prefix("f/").maxKeys(2));
    ListObjectsV2Response second =
        s3.listObjectsV2(
            call ->
                call.bucket(bucket)
                    .prefix("f/")
                    .maxKeys(2)
                    .continuationToken(first.nextContinuationToken()));

    assertThat(first.contents()).extracting(object -> object.key()).containsExactly("f/a", "f/b");
    assertThat(second.contents()).extracting(object -> object.key()).containsExactly("f/c");
    assertThat(second.isTruncated()).isFalse();
  }

  @Test
  void deletesWhatIsThereAndWhatIsNot() {
    put("a", "a");

    s3.deleteObject(call -> call.bucket(bucket).key("a"));
    s3.deleteObject(call -> call.bucket(bucket).key("a"));

    assertThat(s3.listObjectsV2(call -> call.bucket(bucket)).contents()).isEmpty();
  }

  private void put(String key, String text) {
    s3.putObject(call -> call.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  private ResponseBytes<GetObjectResponse> get(String key) {
    return s3.getObjectAsBytes(call -> call.bucket(bucket).key(key));
  }
}
