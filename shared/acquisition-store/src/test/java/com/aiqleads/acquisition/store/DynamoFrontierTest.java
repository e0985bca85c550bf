package com.aiqleads.acquisition.store;

import static com.aiqleads.acquisition.fetching.FetchingFixtures.NOON;
import static com.aiqleads.acquisition.fetching.FetchingFixtures.TARGET;
import static com.aiqleads.acquisition.fetching.FetchingFixtures.aPage;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.fetching.Crawl;
import com.aiqleads.acquisition.fetching.Crawls;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.PageStates;
import com.aiqleads.acquisition.fetching.Sweep;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.lambda.Names;
import com.aiqleads.testkit.DynamoService;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoFrontierTest {

  private static final Names NAMES = new Names("frontier-test", "acquisition");
  private static final Duration REVISIT = Duration.ofHours(6);

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final DynamoDbClient client = FetchingTables.client(DYNAMO.endpoint());
  private final PageStates states = new FetchingStore().pageStates(client, NAMES);
  private final Crawls crawls = new FetchingStore().crawls(client, NAMES);

  @BeforeAll
  static void createTables() {
    DynamoDbClient client = FetchingTables.client(DYNAMO.endpoint());
    FetchingTables.create(client, NAMES.table("page-states"), "target", "address");
    FetchingTables.create(client, NAMES.table("crawls"), "target");
  }

  @Test
  void keepsWhatIsKnownOfEveryPageOfATarget() {
    Target target = new Target("homes", "many");
    List<PageState> many =
        IntStream.range(0, 60)
            .mapToObj(number -> "https://homes.example/" + (100 + number))
            .map(address -> PageState.discovered(target, address, PageState.Kind.LISTING))
            .toList();

    states.save(many);
    states.save(List.of());

    assertThat(states.of(target)).isEqualTo(many);
    assertThat(states.of(new Target("homes", "elsewhere"))).isEmpty();

    states.forget(many.subList(1, 60));
    states.forget(many.subList(1, 2));
    states.forget(List.of());
    assertThat(states.of(target)).containsExactly(many.getFirst());
  }

  @Test
  void keepsThePageWithTheLongestAddress() {
    Target target = new Target("homes", "long");
    String most = "https://homes.example/é" + "x".repeat(PageState.MAX_ADDRESS_BYTES - 24);
    PageState longest = PageState.discovered(target, most, PageState.Kind.LISTING);

    states.save(List.of(longest));

    assertThat(states.of(target)).containsExactly(longest);
    assertThat(PageState.isAddress(most)).isTrue();
    assertThat(PageState.isAddress(most + "x")).isFalse();
  }

  @Test
  void keepsTheLastStateOfAPage() {
    String address = "https://homes.example/1";
    PageState found = PageState.discovered(TARGET, address, PageState.Kind.LISTING);
    PageState seen = found.changed(aPage(address, "one"), REVISIT).unchanged(NOON, REVISIT);

    states.save(List.of(found));
    states.save(List.of(seen));
    assertThat(states.of(TARGET)).containsExactly(seen);

    PageState missing = seen.endingAt(NOON.plus(REVISIT)).missedIn(NOON);
    states.save(List.of(missing));
    assertThat(states.of(TARGET)).containsExactly(missing);

    PageState gone = missing.gone(aPage(address, "gone")).vanished();
    states.save(List.of(gone));
    assertThat(states.of(TARGET)).containsExactly(gone);
  }

  @Test
  void keepsThePlaceOfASearch() {
    Target target = new Target("homes", "searched");
    Crawl searching =
        new Crawl.Searching(
            target,
            NOON,
            List.of(
                PageRequest.json(URI.create("https://homes.example/s"), "{\"page\":2}"),
                PageRequest.get(URI.create("https://homes.example/s?min_price=1")),
                PageRequest.get(URI.create("https://homes.example/s?max_price=0"))));

    assertThat(crawls.find(target)).isEmpty();
    crawls.save(searching);
    assertThat(crawls.find(target)).hasValue(searching);

    Crawl met =
        new Crawl.Searching(
            target,
            NOON,
            List.of(PageRequest.get(URI.create("https://homes.example/s"))),
            Sweep.START.meeting(List.of("/1", "/2", "/3")));
    crawls.save(met);
    assertThat(crawls.find(target)).hasValue(met);
    crawls.save(
        new Crawl.Searching(
            target,
            NOON,
            List.of(PageRequest.get(URI.create("https://homes.example/s"))),
            Sweep.BROKEN));
    assertThat(((Crawl.Searching) crawls.find(target).orElseThrow()).sweep())
        .isEqualTo(Sweep.BROKEN);
    crawls.save(new Crawl.Searched(target, NOON));
    assertThat(crawls.find(target)).hasValue(new Crawl.Searched(target, NOON));
  }
}
