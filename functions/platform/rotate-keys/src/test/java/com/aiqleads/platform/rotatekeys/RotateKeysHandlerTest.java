package com.aiqleads.platform.rotatekeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.WithoutExpectation;
import com.aiqleads.platform.InMemorySigningKeys;
import com.aiqleads.platform.SigningKeyStore;
import com.aiqleads.platform.TokenKey;
import com.aiqleads.platform.TokenKeyFixtures;
import com.aiqleads.testkit.ObjectService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

@MicronautTest(startApplication = false)
class RotateKeysHandlerTest {

  private static final String BUCKET = "aiqleads-test-platform-issuer";
  private static final ScheduledRun RUN =
      new ScheduledRun("aiqleads-test-platform-rotate-keys", Instant.EPOCH);

  private record Unserializable(String text) {}

  @RegisterExtension static final ObjectService OBJECTS = new ObjectService();

  private static final List<TokenKey> KEYS = TokenKeyFixtures.keys(2);
  private static final TokenKey KEY = KEYS.getFirst();
  @Inject ApplicationContext context;
  @Inject S3Client s3;

  @MockBean(SigningKeyStore.class)
  SigningKeyStore keys() {
    return new InMemorySigningKeys(InstantSource.system(), KEYS);
  }

  @MockBean(S3Client.class)
  S3Client objects() {
    return S3Client.builder()
        .endpointOverride(OBJECTS.endpoint())
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            settings -> settings.addExecutionInterceptor(new WithoutExpectation()))
        .build();
  }

  @Test
  void writesDocumentsThatAnybodyCanRead() {
    provideBucket();
    RotateKeysHandler handler = new RotateKeysHandler(context);

    handler.handleRequest(RUN, null);
    handler.handleRequest(RUN, null);

    assertThat(text(".well-known/openid-configuration"))
        .isEqualTo(
            """
            {"issuer":"https://api.aiqleads.example",\
            "jwks_uri":"https://api.aiqleads.example/.well-known/jwks.json",\
            "response_types_supported":["token"],"subject_types_supported":["public"],\
            "id_token_signing_alg_values_supported":["RS256"]}""");
    assertThat(text(".well-known/jwks.json"))
        .isEqualTo(
            """
            {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"AQAB"}]}"""
                .formatted(KEY.id(), KEY.modulus()));
  }

  @Test
  void replacesKeysAtOnceAsAnOperatorAsksForIt() {
    provideBucket();
    RotateKeysHandler handler = new RotateKeysHandler(context);
    handler.handleRequest(RUN, null);

    handler.handleRequest(new ScheduledRun("replace-at-once", Instant.EPOCH), null);

    assertThat(text(".well-known/jwks.json"))
        .contains(KEYS.getLast().id())
        .doesNotContain(KEY.id());
  }

  @Test
  void startsFromItsEnvironmentAlone() {
    assertThat(new RotateKeysHandler().getApplicationContext().isRunning()).isTrue();
  }

  @Test
  void writesNothingThatIsNoDocument() {
    IssuerDocuments documents = context.getBean(IssuerDocuments.class);

    assertThatThrownBy(() -> documents.write("nonsense", new Unserializable("x")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void readsNothingThatIsNoDocument() {
    provideBucket();
    IssuerDocuments documents = context.getBean(IssuerDocuments.class);
    s3.putObject(put -> put.bucket(BUCKET).key("broken"), RequestBody.fromString("{"));

    assertThatThrownBy(() -> documents.read("broken", KeySet.class))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(documents.read("missing", KeySet.class)).isEmpty();
  }

  private void provideBucket() {
    if (s3.listBuckets().buckets().stream().noneMatch(bucket -> bucket.name().equals(BUCKET))) {
      s3.createBucket(create -> create.bucket(BUCKET));
    }
  }

  private String text(String path) {
    ResponseBytes<GetObjectResponse> object =
        s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(path));
    assertThat(object.response().contentType()).isEqualTo("application/json");
    assertThat(object.response().cacheControl()).isEqualTo("public, max-age=300");
    return object.asString(StandardCharsets.UTF_8);
  }
}
