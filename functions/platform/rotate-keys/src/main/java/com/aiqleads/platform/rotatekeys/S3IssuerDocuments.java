package com.aiqleads.platform.rotatekeys;

import com.aiqleads.lambda.Names;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

@Singleton
final class S3IssuerDocuments implements IssuerDocuments {

  /// Far below the two hours for which the gateway keeps keys anyway.
  private static final String CACHED = "public, max-age=300";

  private final S3Client s3;
  private final String bucket;
  private final ObjectMapper mapper;

  S3IssuerDocuments(S3Client s3, Names names, ObjectMapper mapper) {
    this.s3 = s3;
    this.bucket = names.bucket("issuer");
    this.mapper = mapper;
  }

  @Override
  public void write(String path, Object document) {
    s3.putObject(
        put -> put.bucket(bucket).key(path).contentType("application/json").cacheControl(CACHED),
        RequestBody.fromBytes(json(document)));
  }

  @Override
  public <T> Optional<Found<T>> read(String path, Class<T> type) {
    try {
      ResponseBytes<GetObjectResponse> object =
          s3.getObjectAsBytes(get -> get.bucket(bucket).key(path));
      T document = Objects.requireNonNull(mapper.readValue(object.asByteArray(), type));
      return Optional.of(new Found<>(document, object.response().lastModified()));
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read a document of the issuer", e);
    }
  }

  private byte[] json(Object document) {
    try {
      return mapper.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write a document of the issuer", e);
    }
  }
}
