package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.deleting.DeletionPlatform.Reply;
import com.aiqleads.acquisition.deleting.DeletionPulls;
import com.aiqleads.acquisition.deleting.DeletionRequest;
import com.aiqleads.acquisition.deleting.DeletionRequests;
import com.aiqleads.acquisition.deleting.DeletionRequests.Answerable;
import com.aiqleads.acquisition.deleting.DeletionRequests.Standing;
import com.aiqleads.acquisition.deleting.DeletionStatus;
import com.aiqleads.acquisition.deleting.KeptLists.Rows;
import com.aiqleads.acquisition.deleting.PullId;
import com.aiqleads.acquisition.suppression.ListedHash;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.WithoutExpectation;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.local.sandbox.Sandbox;
import com.aiqleads.testkit.ObjectService;
import com.aiqleads.testkit.PostgresService;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class DeletingTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  @RegisterExtension static final ObjectService OBJECTS = new ObjectService();

  private static final String BUCKET = "deleting-test-lists";
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final SuppressionKey KEY = SuppressionKey.of(new Phone("+13059582368"));
  private static final ListedHash HERS = ListedHash.of(KEY).orElseThrow();
  private static final PullId PULL = new PullId(new UUID(7, 1));
  private static final DeletionRequest ASKED =
      new DeletionRequest("A7kP2xQ9Lm4R", "20261101_4821_Phone.csv", HERS);
  private static final DeletionRequest UNKNOWN =
      new DeletionRequest("B7kP2xQ9Lm4R", "20261101_4821_NDZ.csv", null);

  @TempDir Path folder;

  private final Database database = new Database(postgres.dataSource());
  private final BlindKeys hashes = new BlindKeys(() -> new byte[32]);
  private final DeletionPulls pulls = new PostgresDeletionPulls(database);
  private final DeletionRequests requests = new PostgresDeletionRequests(database, hashes);
  private final Suppressions suppressions = new PostgresSuppressions(database, hashes);
  private final S3Client s3 =
      S3Client.builder()
          .endpointOverride(OBJECTS.endpoint())
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClient(UrlConnectionHttpClient.create())
          .overrideConfiguration(
              settings -> settings.addExecutionInterceptor(new WithoutExpectation()))
          .forcePathStyle(true)
          .build();
  private final S3KeptLists lists = new S3KeptLists(s3, BUCKET);

  @BeforeEach
  void empty() {
    postgres.clear();
    if (s3.listBuckets().buckets().stream().noneMatch(one -> one.name().equals(BUCKET))) {
      s3.createBucket(request -> request.bucket(BUCKET));
    }
  }

  @Test
  void aRequestIsTakenOnceAndAnsweredByItsList() {
    pulls.begin(PULL, NOON);
    pulls.begin(PULL, NOON.plusSeconds(1));
    assertThat(requests.take(PULL, List.of(ASKED, UNKNOWN), NOON)).hasSize(2);
    assertThat(requests.take(PULL, List.of(ASKED, UNKNOWN), NOON)).isEmpty();
    assertThat(pulls.isRead(PULL)).isFalse();
    pulls.read(PULL, NOON);
    assertThat(pulls.isRead(PULL)).isTrue();
    pulls.comparedTo(PULL, new ListingId(new UUID(1, 1)));
    assertThat(pulls.open().orElseThrow().comparedTo()).contains(new ListingId(new UUID(1, 1)));
    assertThat(pulls.finish(PULL, NOON)).isFalse();
    pulls.compared(PULL, NOON);

    Answerable first = requests.answerable(PULL, 10).orElseThrow();
    assertThat(first)
        .isEqualTo(
            new Answerable(UNKNOWN.file(), Map.of("B7kP2xQ9Lm4R", DeletionStatus.NOT_FOUND)));
    requests.answered(first.byWorkItem(), NOON);
    Answerable second = requests.answerable(PULL, 10).orElseThrow();
    assertThat(second.file()).isEqualTo(ASKED.file());
    requests.answered(second.byWorkItem(), NOON);

    assertThat(requests.answerable(PULL, 10)).isEmpty();
    assertThat(pulls.finish(PULL, NOON)).isTrue();
    assertThat(pulls.open()).isEmpty();
    assertThat(pulls.nextPart(PULL)).isEqualTo(1);
    assertThat(pulls.nextPart(PULL)).isEqualTo(2);
    assertThat(requests.standing())
        .isEqualTo(new Standing(Optional.of(NOON), Optional.empty(), 2, 0, 0, 2, 0));
  }

  @Test
  void whoIsErasedIsAnsweredWhenThatIsDoneAndWhole() {
    UUID erasure = new UUID(9, 1);
    database.update(
        "insert into erasures (id, subject, asked_by, reason, asked_at) values (?, ?, '', '', now())",
        row -> {
          row.setObject(1, erasure);
          row.setObject(2, erasure);
        });
    pulls.begin(PULL, NOON);
    requests.take(PULL, List.of(ASKED), NOON);
    assertThat(requests.unmatched(Set.of(HERS))).containsEntry(HERS, List.of("A7kP2xQ9Lm4R"));

    requests.erasing(List.of("A7kP2xQ9Lm4R"), new CorrelationId(erasure));

    assertThat(requests.unmatched(Set.of(HERS))).isEmpty();
    assertThat(requests.answerable(PULL, 10)).isEmpty();
    database.update(
        "update erasures set finished_at = now(), report = '', signature = ''", _ -> {});
    database.update(
        "insert into erasure_places values (?, 's3', 1, 1)", row -> row.setObject(1, erasure));
    assertThat(requests.answerable(PULL, 10)).isEmpty();
    database.update("update erasure_places set left_over = 0", _ -> {});
    assertThat(requests.answerable(PULL, 10).orElseThrow().byWorkItem())
        .containsEntry("A7kP2xQ9Lm4R", DeletionStatus.DELETED);
  }

  @Test
  void aWithdrawnRequestFreesOnlyWhomNobodyElseAsksFor() {
    DeletionRequest other = new DeletionRequest("C7kP2xQ9Lm4R", ASKED.file(), HERS);
    pulls.begin(PULL, NOON);
    requests.take(PULL, List.of(ASKED, other), NOON);

    assertThat(requests.withdraw(List.of(ASKED, UNKNOWN), NOON)).isEmpty();
    assertThat(requests.withdraw(List.of(other), NOON)).containsExactly(HERS);

    assertThat(requests.standing().withdrawn()).isEqualTo(2);
    assertThat(requests.unmatched(Set.of(HERS))).isEmpty();
  }

  @Test
  void nothingNewIsAPullToo() {
    pulls.nothingNew(PULL, NOON);

    assertThat(pulls.open()).isEmpty();
    assertThat(requests.standing().pulledAt()).contains(NOON);
  }

  @Test
  void aListedHashRefusesWhoeverHasIt() {
    Wish wish = new Wish("drop", "asked", NOON);

    assertThat(suppressions.addListed(Set.of(HERS), wish)).isEqualTo(1);
    assertThat(suppressions.addListed(Set.of(HERS), wish)).isZero();

    assertThat(suppressions.among(Set.of(KEY))).containsExactly(KEY);
    assertThat(suppressions.lift(Set.of(KEY), wish)).isZero();
    assertThat(suppressions.liftListed(Set.of(HERS), wish)).isEqualTo(1);
    assertThat(suppressions.among(Set.of(KEY))).isEmpty();
  }

  @Test
  void readsArchivesSomeRowsAtATime() throws IOException {
    StringBuilder phones = new StringBuilder("ID,Hash\r\n");
    for (int row = 0; row < 1_001; row++) {
      phones.append("%012d,%s\r\n".formatted(row, HERS.hash()));
    }
    keep(
        Map.of(
            "20261101_4821_Phone.csv", phones.toString(),
            "20261101_4821_MAID.csv", "ID,Hash\r\nA7kP2xQ9Lm4R," + HERS.hash(),
            "20261101_4821_Removed.csv",
                "ID,Hash,ListType\r\nA7kP2xQ9Lm4R," + HERS.hash() + ",Phone\r\n\r\n"));
    List<Rows> read = new ArrayList<>();

    lists.read(PULL, read::add);

    assertThat(lists.pulls()).containsExactly(PULL);
    assertThat(read.stream().mapToInt(rows -> rows.asked().size()))
        .containsExactlyInAnyOrder(1_000, 1, 1, 0);
    assertThat(read.stream().flatMap(rows -> rows.withdrawn().stream()))
        .containsExactly(new DeletionRequest("A7kP2xQ9Lm4R", "20261101_4821_Removed.csv", HERS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          20261101_4821_Phone.csv | A7kP2xQ9Lm4R,short           | row 2 of 20261101_4821_Phone.csv
          20261101_4821_Phone.csv | 12,KA18MT/ph6IHYjzT9zwETySDQyvSh87YuoSBpOQtkhE= | row 2 of
          20261101_4821_Phone.csv | A7kP2xQ9Lm4R                 | row 2 of
          notes.txt               | A7kP2xQ9Lm4R                 | no list is called notes.txt
          """)
  void anArchiveOfAnotherFormIsRefusedAsAWhole(String file, String row, String message)
      throws IOException {
    keep(Map.of(file, "ID,Hash\r\n" + row));

    assertThatThrownBy(() -> lists.read(PULL, _ -> {}))
        .isInstanceOf(UncheckedIOException.class)
        .rootCause()
        .hasMessageStartingWith(message);
  }

  @Test
  void pullsAndAnswersAsThePlatformWantsIt() throws IOException {
    Path archive = folder.resolve("lists.zip");
    try (Sandbox sandbox = Sandbox.start(0, 7, 1);
        DropPlatform platform = platform(URI.create(sandbox.baseUri() + "/drop/"))) {
      assertThat(platform.pull(archive)).isEqualTo(Reply.NOTHING_NEW);
      assertThatThrownBy(() -> platform.answer("20261101_4821_Phone.csv", Map.of()))
          .hasMessage("DROP answered an upload with 409");
    }
    assertThat(archive).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"202,NOT_YET", "429,NOT_YET", "503,NOT_YET", "409,ANSWERS_FIRST", "200,NOTHING_NEW"})
  void knowsWhatThePlatformSays(int status, Reply reply) throws IOException {
    try (Answering answering = new Answering(status, "{}");
        DropPlatform platform = platform(answering.address())) {
      assertThat(platform.pull(folder.resolve("lists.zip"))).isEqualTo(reply);
    }
  }

  @Test
  void doesNotBelieveAnUploadThatIsNotTakenWhole() throws IOException {
    for (String body : List.of("{\"acceptedCount\":1,\"rejectedCount\":1}", "no JSON")) {
      try (Answering answering = new Answering(202, body);
          DropPlatform platform = platform(answering.address())) {
        assertThatThrownBy(() -> platform.answer("x.csv", Map.of("a", DeletionStatus.DELETED)))
            .hasMessage("DROP answered an upload with 202");
      }
    }
  }

  @Test
  void isOffUntilTheSecretIsFilledAndSaysNothingOfWhatIsWrongInIt() {
    URI nowhere = URI.create("http://127.0.0.1:1");
    try (DropPlatform random =
            new DropPlatform(() -> "cmFuZG9t", ObjectMapper.getDefault(), nowhere);
        DropPlatform wrong = new DropPlatform(() -> "{key", ObjectMapper.getDefault(), nowhere);
        DropPlatform down = platform(nowhere)) {
      assertThat(random.pull(folder.resolve("x"))).isEqualTo(Reply.OFF);
      assertThatThrownBy(() -> wrong.pull(folder.resolve("x")))
          .hasMessage("the secret deletion-platform cannot be read")
          .hasNoCause();
      assertThatThrownBy(() -> down.pull(folder.resolve("x"))).hasMessage("DROP does not answer");
    }
  }

  private static DropPlatform platform(URI service) {
    String settings = "{\"apiKey\":\"%s\"}".formatted(Sandbox.DELETION_KEY);
    return new DropPlatform(() -> settings, ObjectMapper.getDefault(), service);
  }

  private void keep(Map<String, String> files) throws IOException {
    Path archive = folder.resolve("archive.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    lists.keep(PULL, archive);
  }

  /// Says the same to everybody.
  private record Answering(HttpServer server) implements AutoCloseable {

    Answering(int status, String body) throws IOException {
      this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      server.createContext(
          "/",
          exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      server.start();
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
