package com.aiqleads.acquisition.store;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static com.aiqleads.acquisition.fetching.FetchingFixtures.ROBOTS;
import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPage;
import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPolicy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.aiqleads.acquisition.fetching.FetchEvidence;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.Validators;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.WithoutExpectation;
import com.aiqleads.testkit.ObjectService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3SnapshotsTest {

  private static final Names NAMES = new Names("snapshots-test", "acquisition");
  private static final FetchedPage PAGE =
      aPage("https://homes.example/caf%C3%A9/1", "<p>Muñoz \u0000 </p>".repeat(500));

  @RegisterExtension static final ObjectService OBJECTS = new ObjectService();

  private final S3Client s3 = client();
  private final S3Snapshots snapshots = new FetchingStore().snapshots(s3, NAMES);

  @BeforeAll
  static void createBucket() {
    client().createBucket(request -> request.bucket(NAMES.bucket("pages")));
  }

  @Test
  void givesBackTheBytesAsTheyCame() {
    String key = snapshots.keep(PAGE, aPolicy());

    assertThat(snapshots.find(key))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(PAGE.body().toArray()));
    assertThat(snapshots.find("homes/no/such.gz")).isEmpty();
  }

  @Test
  void theSameContentHasTheSameKeyAndAnotherAnother() {
    String key = snapshots.keep(PAGE, aPolicy());

    assertThat(snapshots.keep(PAGE, aPolicy())).isEqualTo(key);
    assertThat(snapshots.keep(aPage("https://homes.example/1", "other"), aPolicy()))
        .isNotEqualTo(key);
    assertThat(key).startsWith("homes/").contains(PAGE.body().hash());
  }

  @Test
  void keepsTheEvidenceBesideTheBytes() {
    String key = snapshots.keep(PAGE, aPolicy());

    Map<String, String> evidence = evidence(key);
    assertThat(evidence)
        .containsEntry("url", "https://homes.example/caf%C3%A9/1")
        .containsEntry("fetched-at", NOON.toString())
        .containsEntry("robots-hash", ROBOTS.hash())
        .containsEntry("robots-status", "200");
    assertThat(snapshots.find("homes/robots/" + ROBOTS.hash() + ".gz"))
        .hasValueSatisfying(file -> assertThat(file).isEqualTo(ROBOTS.toArray()));
    assertThat(evidence.get("approved-by")).startsWith("counsel until");
  }

  @Test
  void tellsTheEvidenceAlsoWithoutThePage() {
    S3FetchEvidences evidences = new S3FetchEvidences(client(), NAMES.bucket("pages"));
    String key = snapshots.keep(PAGE, aPolicy());

    FetchEvidence evidence = evidences.of(key).orElseThrow();

    assertThat(evidence.robotsHash()).isEqualTo(ROBOTS.hash());
    assertThat(evidence.robotsStatus()).isEqualTo(200);
    assertThat(evidence.robotsRule()).isEqualTo("Allow: /");
    assertThat(evidence.fetchedAt()).isEqualTo(NOON);
    assertThat(evidence.robotsReadAt()).isBeforeOrEqualTo(NOON);
    assertThat(evidence.approvedBy()).startsWith("counsel until");
    assertThat(evidences.of("homes/no/such.gz")).isEmpty();
    assertThat(evidences.of("homes/robots/" + ROBOTS.hash() + ".gz")).isEmpty();
  }

  @Test
  void equalBytesKeepTheEvidenceOfEachFetch() {
    FetchedPage here = aPage("https://homes.example/1", "equal");
    FetchedPage there = aPage("https://homes.example/2", "equal");
    FetchedPage later = at(here, NOON.plusSeconds(1));

    List<String> keys =
        Stream.of(here, there, later).map(page -> snapshots.keep(page, aPolicy())).toList();

    assertThat(keys.stream().map(this::evidence))
        .extracting(evidence -> evidence.get("url"), evidence -> evidence.get("fetched-at"))
        .containsExactly(
            tuple("https://homes.example/1", NOON.toString()),
            tuple("https://homes.example/2", NOON.toString()),
            tuple("https://homes.example/1", NOON.plusSeconds(1).toString()));
  }

  @Test
  void evidenceTakesNoMoreRoomThanAnObjectHasForIt() {
    Map<String, String> usual = evidence(snapshots.keep(PAGE, aPolicy()));
    int left = S3Snapshots.MAX_EVIDENCE_BYTES - size(usual);
    String most = usual.get("etag") + "x".repeat(left);

    assertThat(evidence(snapshots.keep(tagged(most), aPolicy())))
        .containsEntry("etag", most)
        .satisfies(
            evidence -> assertThat(size(evidence)).isEqualTo(S3Snapshots.MAX_EVIDENCE_BYTES));
    assertThat(evidence(snapshots.keep(tagged(most + "x"), aPolicy())))
        .containsEntry("etag", most.substring(0, most.length() - 3) + "...")
        .containsEntry("url", "https://homes.example/caf%C3%A9/1");
  }

  @Test
  void anEndlessAddressCostsOnlyTheEvidenceThatIsLeft() {
    FetchedPage page = aPage("https://homes.example/" + "x".repeat(5_000), "far away");

    Map<String, String> evidence = evidence(snapshots.keep(page, aPolicy()));

    assertThat(size(evidence)).isLessThanOrEqualTo(S3Snapshots.MAX_EVIDENCE_BYTES);
    assertThat(evidence).containsEntry("robots-hash", ROBOTS.hash()).doesNotContainKey("etag");
    assertThat(evidence.get("url")).startsWith("https://homes.example/xxx").endsWith("x...");
  }

  private static FetchedPage tagged(String entityTag) {
    return new FetchedPage(
        PAGE.request(),
        PAGE.url(),
        PAGE.status(),
        PAGE.contentType(),
        new Validators(entityTag, ""),
        PAGE.body(),
        PAGE.fetchedAt(),
        PAGE.robots());
  }

  private static int size(Map<String, String> evidence) {
    return evidence.entrySet().stream()
        .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
        .sum();
  }

  @Test
  void evidenceThatIsNotAsciiIsEncoded() {
    assertThat(S3Snapshots.plain("plain \"1\"")).isEqualTo("plain \"1\"");
    assertThat(S3Snapshots.plain("\"é\n\"").getBytes(StandardCharsets.US_ASCII))
        .asString()
        .isEqualTo("%22%C3%A9%0A%22");
  }

  private Map<String, String> evidence(String key) {
    return s3.headObject(request -> request.bucket(NAMES.bucket("pages")).key(key)).metadata();
  }

  private static FetchedPage at(FetchedPage page, Instant fetchedAt) {
    return new FetchedPage(
        page.request(),
        page.url(),
        page.status(),
        page.contentType(),
        page.validators(),
        page.body(),
        fetchedAt,
        page.robots());
  }

  private static S3Client client() {
    return client(OBJECTS);
  }

  static S3Client client(ObjectService objects) {
    return S3Client.builder()
        .endpointOverride(objects.endpoint())
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            settings -> settings.addExecutionInterceptor(new WithoutExpectation()))
        .build();
  }
}
