package com.aiqleads.acquisition.pulldeletions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.erasing.Erasures;
import com.aiqleads.acquisition.erasing.Erasures.Place;
import com.aiqleads.acquisition.erasing.Erasures.Signed;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.watching.Alarm;
import com.aiqleads.acquisition.watching.Alarms;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.WithoutExpectation;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.local.sandbox.Sandbox;
import com.aiqleads.testkit.ObjectService;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class PullDeletionsHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  @RegisterExtension static final ObjectService OBJECTS = new ObjectService();

  private static final String KEY = "A".repeat(43) + "=";
  private static final String BUCKET = "aiqleads-test-acquisition-deletion-lists";
  private static final String ERASER = "aiqleads-test-acquisition-erase-person";
  private static final String TELLER = "aiqleads-test-platform-raise-alert";
  private static final String HERS = "+13059582368";
  private static final String NOBODYS = "+13059580000";

  private final Sandbox sandbox = Sandbox.start(0, Sandbox.DEFAULT_SEED, 1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "pull-deletions",
          queues,
          Map.of(
              "aiqleads.routes",
              "ErasureAsked=acquisition-erase-person;AlertRaised=platform-raise-alert",
              "aiqleads.deletion-platform-url",
              sandbox.baseUri() + "/drop"));
  private final List<Alarm> said = new ArrayList<>();
  private final Database all = new Database(postgres.administrator());
  private final S3Client s3 = s3();
  private String platform = "{\"apiKey\":\"%s\"}".formatted(Sandbox.DELETION_KEY);
  private int runs;

  @BeforeEach
  void useTheStores() {
    postgres.clear();
    context.registerSingleton(Secrets.class, secrets());
    context.registerSingleton(S3Client.class, s3);
    context.registerSingleton(
        Alarms.class,
        new Alarms() {
          @Override
          public List<Alarm> all() {
            return said.isEmpty() ? List.of() : List.of(said.getLast());
          }

          @Override
          public void keep(Alarm alarm) {
            said.add(alarm);
          }
        });
    if (s3.listBuckets().buckets().stream().noneMatch(one -> one.name().equals(BUCKET))) {
      s3.createBucket(request -> request.bucket(BUCKET));
    }
    s3.listObjectsV2Paginator(request -> request.bucket(BUCKET))
        .contents()
        .forEach(one -> s3.deleteObject(delete -> delete.bucket(BUCKET).key(one.key())));
  }

  @AfterEach
  void close() {
    context.close();
    sandbox.close();
    client.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (PullDeletionsHandler deployed = new PullDeletionsHandler()) {
      assertThat(deployed.getApplicationContext().isRunning()).isTrue();
    }
  }

  @Test
  void erasesWhoIsKnownAndAnswersForEverybody() {
    file();
    wish("phone=" + HERS, "email=nobody@letterbox.example", "ndz=a date of birth");

    run(4);
    assertThat(erasures()).hasSize(1);
    assertThat(queues.bodiesSentTo(ERASER)).hasSize(1);
    run(1);
    assertThat(statuses()).containsExactlyInAnyOrder("", "5", "5");
    finish(erasures().getFirst(), 0);
    run(1);

    assertThat(statuses()).containsExactlyInAnyOrder("3", "5", "5");
    assertThat(count("deletion_pulls where answered_at is not null")).isEqualTo(1);
    assertThat(queues.bodiesSentTo(ERASER)).hasSize(1);
  }

  @Test
  void whoIsListedIsRefusedFromThenOnAlsoIfNobodyKnewThem() {
    wish("phone=" + NOBODYS, "email=Late.Seller@letterbox.example");

    run(3);

    Set<SuppressionKey> keys =
        Set.of(
            SuppressionKey.of(new Phone(NOBODYS)),
            SuppressionKey.of(new Email("late.seller@letterbox.example")),
            SuppressionKey.of(new Phone(HERS)));
    assertThat(context.getBean(Suppressions.class).among(keys))
        .hasSize(2)
        .doesNotContain(SuppressionKey.of(new Phone(HERS)));
    assertThat(texts("select s::text from acquisition.deletion_requests s"))
        .hasSize(2)
        .noneMatch(row -> row.contains("9580000") || row.contains("letterbox"));
  }

  @Test
  void whoTakesTheRequestBackIsLetInAgain() {
    wish("phone=" + NOBODYS);
    run(5);
    wish("phone=" + NOBODYS, "withdrawn=true");
    tomorrow();
    run(5);

    assertThat(
            context
                .getBean(Suppressions.class)
                .among(Set.of(SuppressionKey.of(new Phone(NOBODYS)))))
        .isEmpty();
    assertThat(count("deletion_requests where withdrawn_at is not null")).isEqualTo(1);
    assertThat(count("deletion_pulls where answered_at is null")).isZero();
  }

  @Test
  void theSameListTwiceDoesNothingTwice() {
    file();
    wish("phone=" + HERS);
    run(4);

    all.update(
        "update acquisition.deletion_pulls set read_at = null, compared_at = null,"
            + " compared_to = null",
        _ -> {});
    run(2);

    assertThat(erasures()).hasSize(1);
    assertThat(queues.bodiesSentTo(ERASER)).hasSize(1);
    assertThat(count("suppression_changes")).isEqualTo(1);
  }

  @Test
  void answersAgainWhatWasSentAndNotNoted() {
    wish("phone=" + NOBODYS, "ndz=a date of birth");
    run(4);
    run(1);
    assertThat(statuses()).containsExactly("5", "5");

    all.update(
        "update acquisition.deletion_requests set status = null, answered_at = null", _ -> {});
    all.update("update acquisition.deletion_pulls set answered_at = null", _ -> {});
    wish("email=somebody@letterbox.example");

    // The platform has closed the batch: it says so, and a person has to look.
    assertThatThrownBy(() -> run(1)).hasMessageContaining("an upload with 409");
  }

  @Test
  void doesNotSayDeletedWhileAnythingIsLeft() {
    file();
    wish("phone=" + HERS);
    run(4);
    finish(erasures().getFirst(), 1);

    run(2);

    assertThat(statuses()).containsExactly("");
  }

  @Test
  void pullsOnceADayAndCountsThatNothingIsNew() {
    run(3);

    assertThat(count("deletion_pulls where answered_at is not null")).isEqualTo(1);
    tomorrow();
    run(1);
    assertThat(count("deletion_pulls")).isEqualTo(2);
  }

  @Test
  void isOffWithoutAKeyAndSaysWhenItIsRefused() {
    platform = "as random as it was made";
    run(1);
    assertThat(count("deletion_pulls")).isZero();

    platform = "{\"apiKey\":\"of somebody else\"}";
    assertThatThrownBy(() -> run(1)).hasMessage("DROP answered a download with 401");
  }

  @Test
  void saysThatListsAreLost() {
    wish("phone=" + NOBODYS);
    run(2);
    s3.listObjectsV2Paginator(request -> request.bucket(BUCKET))
        .contents()
        .forEach(one -> s3.deleteObject(delete -> delete.bucket(BUCKET).key(one.key())));

    assertThatThrownBy(() -> run(1)).hasMessageContaining("ask its support");
  }

  @Test
  void warnsOnceTenDaysBeforeTheLawsTimeIsOverAndSaysTheEnd() {
    run(1);
    ago(Duration.ofDays(35).minusMinutes(1));
    platform = "off";
    run(1);
    assertThat(queues.bodiesSentTo(TELLER)).isEmpty();

    ago(Duration.ofDays(35).plusMinutes(1));
    run(2);
    assertThat(queues.bodiesSentTo(TELLER)).hasSize(1);
    assertThat(queues.bodiesSentTo(TELLER).getFirst())
        .contains("\"alarm\":\"acquisition-deletion-requests\"", "\"ringing\":true", "due at ");

    ago(Duration.ZERO);
    run(2);
    assertThat(queues.bodiesSentTo(TELLER)).hasSize(2);
    assertThat(queues.bodiesSentTo(TELLER).getLast()).contains("\"ringing\":false");
  }

  private Secrets secrets() {
    return new Secrets() {
      private final Secrets fixed =
          new FixedSecrets(
              Map.of("database", postgres.secret(), "contact-key", KEY, "match-key", KEY));

      @Override
      public String text(String name) {
        return name.equals("deletion-platform") ? platform : fixed.text(name);
      }

      @Override
      public String fresh(String name) {
        return text(name);
      }
    };
  }

  private void file() {
    Leads leads = context.getBean(Leads.class);
    context
        .getBean(Database.class)
        .inTransaction(
            () -> {
              LeadResolution resolution = new LeadResolution(leads, InstantSource.system());
              resolution.reserve(List.of(LeadFixtures.anAdvertisement()), Set.of(), Set.of());
              return resolution.resolve(LeadFixtures.anAdvertisement());
            });
  }

  private void run(int times) {
    for (int run = 0; run < times; run++) {
      Instant due = Instant.EPOCH.plusSeconds(runs++);
      new PullDeletionsHandler(context)
          .handleRequest(
              new ScheduledRun("acquisition-pull-deletions", due),
              new FakeInvocation(Duration.ofMinutes(5)));
    }
  }

  private void finish(CorrelationId erasure, long left) {
    Erasures erasures = context.getBean(Erasures.class);
    erasures.count(erasure, new Place("postgresql acquisition.advertisements", 1, left));
    erasures.finish(erasure, new Signed("report", "signature", Instant.now()));
  }

  private List<CorrelationId> erasures() {
    return all.query(
        "select id from acquisition.erasures",
        _ -> {},
        row -> new CorrelationId(row.getObject(1, UUID.class)));
  }

  private long count(String what) {
    return all.queryOne("select count(*) from acquisition." + what, _ -> {}, row -> row.getLong(1))
        .orElseThrow();
  }

  private List<String> texts(String sql) {
    return all.query(sql, _ -> {}, row -> row.getString(1));
  }

  private void tomorrow() {
    ago(Duration.ofDays(1).plusMinutes(1));
  }

  private void ago(Duration time) {
    all.update(
        "update acquisition.deletion_pulls set pulled_at = clock_timestamp() - ?::interval",
        row -> row.setString(1, time.toSeconds() + " seconds"));
  }

  private void wish(String... fields) {
    List<String> form = new ArrayList<>();
    for (String field : fields) {
      String[] parts = field.split("=", 2);
      form.add(parts[0] + "=" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
    }
    asked(HttpRequest.newBuilder(control()).POST(BodyPublishers.ofString(String.join("&", form))));
  }

  private String deletions() {
    return asked(HttpRequest.newBuilder(control()));
  }

  private List<String> statuses() {
    return java.util.regex.Pattern.compile("\"status\":\"(\\d?)\"")
        .matcher(deletions())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private URI control() {
    return sandbox.baseUri().resolve("/control/deletions");
  }

  private String asked(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static S3Client s3() {
    return S3Client.builder()
        .endpointOverride(OBJECTS.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            settings -> settings.addExecutionInterceptor(new WithoutExpectation()))
        .forcePathStyle(true)
        .build();
  }
}
