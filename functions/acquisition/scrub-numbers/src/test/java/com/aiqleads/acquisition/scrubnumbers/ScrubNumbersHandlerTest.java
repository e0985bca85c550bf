package com.aiqleads.acquisition.scrubnumbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.contacting.AreaCode;
import com.aiqleads.acquisition.contacting.ContactRule;
import com.aiqleads.acquisition.contacting.ContactRule.Facts;
import com.aiqleads.acquisition.contacting.ContactRule.Refusal;
import com.aiqleads.acquisition.contacting.DoNotCall;
import com.aiqleads.acquisition.contacting.NationalRegistry;
import com.aiqleads.acquisition.contacting.Scrub;
import com.aiqleads.acquisition.contacting.ScrubPlace;
import com.aiqleads.acquisition.deleting.KnownContacts;
import com.aiqleads.acquisition.deleting.KnownContacts.Known;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.local.sandbox.Sandbox;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrubNumbersHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final String KEY = "A".repeat(43) + "=";
  private static final Phone HERS = new Phone("+13059582368");

  private final Sandbox sandbox = Sandbox.start(0, Sandbox.DEFAULT_SEED, 1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final ApplicationContext context =
      TestFunction.start("acquisition", "scrub-numbers", new FakeQueues(), Map.of());
  private final Database all = new Database(postgres.administrator());
  private String folder =
      "{\"folder\":\"%s/donotcall/full\",\"user\":\"%s\",\"password\":\"%s\"}"
          .formatted(sandbox.baseUri(), Sandbox.DO_NOT_CALL_USER, Sandbox.DO_NOT_CALL_PASSWORD);

  @BeforeEach
  void useTheStores() {
    postgres.clear();
    context.registerSingleton(Secrets.class, secrets());
  }

  @AfterEach
  void close() {
    context.close();
    sandbox.close();
    client.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (ScrubNumbersHandler deployed = new ScrubNumbersHandler()) {
      assertThat(deployed.getApplicationContext().isRunning()).isTrue();
    }
  }

  @Test
  void aNumberOnTheListMayNotBeCalledAndAnotherMay() {
    file();
    assertThat(scrubs(HERS)).isEmpty();

    control("number=3059582368");
    run();
    assertThat(scrubs(HERS)).extracting(Scrub::isListed).containsExactly(true);
    assertThat(refusals(HERS)).contains(Refusal.ON_A_LIST);

    control("off=3059582368");
    daysPass(8);
    run();
    assertThat(scrubs(HERS)).extracting(Scrub::isListed).containsExactly(false);
    assertThat(refusals(HERS)).doesNotContain(Refusal.ON_A_LIST, Refusal.NEVER_SCRUBBED);
  }

  @Test
  void theSameHourTwiceAsksOnceForAnAreaAndADayLaterOnlyForWhatIsDue() {
    file();
    run();
    run();
    assertThat(asked()).contains("\"305\":1");

    daysPass(2);
    run();
    assertThat(asked()).contains("\"305\":1");

    daysPass(6);
    run();
    assertThat(asked()).contains("\"305\":2");
  }

  @Test
  void anAreaIsNotAskedForTwiceInADayForANumberThatIsNew() {
    file();
    run();
    all.update("delete from acquisition.do_not_call", _ -> {});

    run();
    assertThat(scrubs(HERS)).isEmpty();
    assertThat(asked()).contains("\"305\":1");

    all.update(
        "update acquisition.do_not_call_pulls set pulled_at = pulled_at - interval '1 day'",
        _ -> {});
    run();
    assertThat(scrubs(HERS)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "truncated,unreadable",
    "empty,unreadable",
    "other-area,unreadable",
    "signed-out,unreadable",
    "unavailable,unreached"
  })
  void aListThatIsWrongOpensNothingAndIsAskedForAgain(String fault, String outcome) {
    file();
    control("fault=" + fault);
    assertThatThrownBy(this::run).hasMessage("do-not-call lists failed: 305 " + outcome);
    assertThat(refusals(HERS)).contains(Refusal.NEVER_SCRUBBED);

    control("fault=none");
    run();
    assertThat(refusals(HERS)).doesNotContain(Refusal.NEVER_SCRUBBED);
  }

  @Test
  void aListThatHasLostHalfIsNotBelieved() {
    file();
    run();
    List<Scrub> before = scrubs(HERS);

    daysPass(8);
    control("fault=halved");
    assertThatThrownBy(this::run).hasMessageEndingWith("305 unreadable");
    assertThat(scrubs(HERS)).extracting(Scrub::isListed).isEqualTo(listed(before));
  }

  @Test
  void aListThatIsTooOldIsNotedAndStillOpensNothingAndPeopleHearOfIt() {
    file();
    control("fault=old&off=3059582368");

    assertThatThrownBy(this::run).hasMessage("do-not-call lists failed: 305 old");

    assertThat(scrubs(HERS)).hasSize(1);
    assertThat(refusals(HERS)).contains(Refusal.SCRUB_STALE);
  }

  @Test
  void peopleHearOfAnAreaThatIsGoneButNotOfOneThatNeverWas() {
    file();
    String there = folder;
    folder = folder.replace("/full", "/change");
    run();
    assertThat(scrubs(HERS)).isEmpty();

    daysPass(1);
    folder = there;
    run();
    List<Scrub> before = scrubs(HERS);

    daysPass(8);
    folder = folder.replace("/full", "/change");
    assertThatThrownBy(this::run).hasMessage("do-not-call lists failed: 305 gone");
    assertThat(scrubs(HERS)).extracting(Scrub::isListed).isEqualTo(listed(before));

    daysPass(1);
    assertThatThrownBy(this::run).hasMessage("do-not-call lists failed: 305 gone");
  }

  @Test
  void whoIsToldToWaitWaitsADay() {
    file();
    control("fault=too-soon");
    run();
    control("fault=none");
    run();
    assertThat(scrubs(HERS)).isEmpty();

    daysPass(1);
    run();
    assertThat(scrubs(HERS)).hasSize(1);
  }

  @Test
  void isOffUntilSomebodySaysWhereTheListsAre() {
    file();
    folder = "as random as it was made";

    run();

    assertThat(refusals(HERS)).contains(Refusal.NEVER_SCRUBBED);
    assertThat(asked()).contains("{}");
  }

  @Test
  void stopsInTimeAndLeavesTheRestToTheNextRun() {
    file();

    run(NationalRegistry.MAX_ANSWER.plusSeconds(5));
    assertThat(scrubs(HERS)).isEmpty();

    run();
    assertThat(scrubs(HERS)).hasSize(1);
  }

  @Test
  void findsNumbersOnlyOfAreasThatMayBeAskedNowAndAsLongAsThereIsTime() {
    file();
    DueNumbers due = context.getBean(DueNumbers.class);

    assertThat(due.at(Instant.now(), _ -> true, () -> true).byArea())
        .containsOnlyKeys(new AreaCode("305"))
        .allSatisfy((_, numbers) -> assertThat(numbers).contains(HERS));
    assertThat(due.at(Instant.now(), _ -> false, () -> true).byArea()).isEmpty();
    assertThat(due.at(Instant.now(), _ -> true, () -> false).byArea()).isEmpty();
  }

  @Test
  void goesOnWhereTheLastRunEndedAndOnceAround() {
    List<Known> table =
        IntStream.rangeClosed(1, 1_200)
            .mapToObj(at -> new Known(new ListingId(new UUID(7, at)), calling(at)))
            .toList();
    KeptPlace kept = new KeptPlace();
    DueNumbers due = new DueNumbers(after(table), new NeverLookedUp(), kept);

    Set<Phone> first = run(due, kept, 1);
    Set<Phone> second = run(due, kept, 1);
    Set<Phone> third = run(due, kept, 3);

    assertThat(first).hasSize(500);
    assertThat(second).hasSize(500).doesNotContainAnyElementsOf(first);
    assertThat(third).hasSize(700).containsAll(first);
    assertThat(run(due, kept, 9)).as("all, once around").hasSize(1_200);
  }

  private static Set<Phone> run(DueNumbers due, KeptPlace kept, int handfuls) {
    AtomicInteger left = new AtomicInteger(handfuls);
    DueNumbers.Due found = due.at(Instant.now(), _ -> true, () -> left.getAndDecrement() > 0);
    kept.reach(found.reached());
    return found.byArea().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private static Contact calling(int at) {
    Phone phone = new Phone("+1305958%04d".formatted(at));
    return new Contact(null, List.of(phone), List.of(), List.of());
  }

  private static KnownContacts after(List<Known> table) {
    return (listing, limit) ->
        table.stream()
            .filter(
                known ->
                    listing.isEmpty()
                        || known
                                .listing()
                                .value()
                                .toString()
                                .compareTo(listing.get().value().toString())
                            > 0)
            .limit(limit)
            .toList();
  }

  private static final class KeptPlace implements ScrubPlace {

    private Optional<ListingId> reached = Optional.empty();

    @Override
    public Optional<ListingId> reached() {
      return reached;
    }

    @Override
    public void reach(Optional<ListingId> last) {
      reached = last;
    }
  }

  /// Every number is due.
  private static final class NeverLookedUp implements DoNotCall {

    @Override
    public List<Scrub> scrubs(Phone phone) {
      return List.of();
    }

    @Override
    public void note(Phone phone, Scrub scrub) {}

    @Override
    public Set<Phone> due(Collection<Phone> phones, String list, Instant since) {
      return Set.copyOf(phones);
    }
  }

  @Test
  void remembersHowFarItCameUntilTheEnd() {
    file();
    ScrubPlace place = context.getBean(ScrubPlace.class);
    ListingId somewhere = new ListingId(new UUID(0, 1));
    place.reach(Optional.of(new ListingId(new UUID(-1, -1))));
    place.reach(Optional.of(somewhere));
    assertThat(place.reached()).contains(somewhere);

    run();

    assertThat(scrubs(HERS)).isNotEmpty();
    place.reach(Optional.empty());
    assertThat(place.reached()).isEmpty();
  }

  private static List<Boolean> listed(List<Scrub> scrubs) {
    return scrubs.stream().map(Scrub::isListed).toList();
  }

  private Set<Refusal> refusals(Phone phone) {
    return ContactRule.forPhone(facts(phone), Instant.now()).refusals();
  }

  private Facts facts(Phone phone) {
    return new Facts(false, Set.of(), scrubs(phone), "FL");
  }

  private List<Scrub> scrubs(Phone phone) {
    return context.getBean(DoNotCall.class).scrubs(phone);
  }

  private void run() {
    run(Duration.ofMinutes(5));
  }

  private void run(Duration limit) {
    new ScrubNumbersHandler(context)
        .handleRequest(
            new ScheduledRun("acquisition-scrub-numbers", Instant.EPOCH),
            new FakeInvocation(limit));
  }

  /// For the tables: what they hold is so much older.
  private void daysPass(int days) {
    all.update(
        "update acquisition.do_not_call set looked_at = looked_at - make_interval(days => ?)",
        row -> row.setInt(1, days));
    all.update(
        "update acquisition.do_not_call_pulls set pulled_at = pulled_at - make_interval(days => ?)",
        row -> row.setInt(1, days));
  }

  private void file() {
    Contact contact = LeadFixtures.anAdvertisement().contact();
    assertThat(contact.phones()).contains(HERS);
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

  private Secrets secrets() {
    Secrets fixed =
        new FixedSecrets(
            Map.of("database", postgres.secret(), "contact-key", KEY, "match-key", KEY));
    return new Secrets() {
      @Override
      public String text(String name) {
        return name.equals("do-not-call-lists") ? folder : fixed.text(name);
      }

      @Override
      public String fresh(String name) {
        return text(name);
      }
    };
  }

  private String asked() {
    return sent(HttpRequest.newBuilder(sandbox.baseUri().resolve("/control/do-not-call")));
  }

  private void control(String form) {
    String _ =
        sent(
            HttpRequest.newBuilder(sandbox.baseUri().resolve("/control/do-not-call"))
                .POST(BodyPublishers.ofString(form)));
  }

  private String sent(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
