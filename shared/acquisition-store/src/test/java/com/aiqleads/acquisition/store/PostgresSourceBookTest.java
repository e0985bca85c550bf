package com.aiqleads.acquisition.store;

import static com.aiqleads.acquisition.approving.ApprovingFixtures.NOON;
import static com.aiqleads.acquisition.approving.ApprovingFixtures.aChange;
import static com.aiqleads.acquisition.approving.ApprovingFixtures.aPermit;
import static com.aiqleads.acquisition.approving.ApprovingFixtures.aTarget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.BookedPermissions;
import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.acquisition.approving.SearchTarget;
import com.aiqleads.acquisition.approving.SourceBook;
import com.aiqleads.acquisition.approving.SourceChange;
import com.aiqleads.acquisition.approving.SourceChange.Act;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.Permissions;
import com.aiqleads.acquisition.fetching.FetchingFixtures;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSourceBookTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private final SourceBook book = new PostgresSourceBook(new Database(postgres.dataSource()));

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  @Test
  void keepsTheLastPermitAndEveryChange() {
    Permit first = aPermit(NOON.plus(Duration.ofDays(30)));
    Permit second = aPermit(NOON.plus(Duration.ofDays(60)));
    SourceChange change = aChange("1", NOON, Act.PERMITTED);
    SourceChange later = aChange("2", NOON.plusSeconds(1), Act.PERMITTED);

    assertThat(book.permit(Source.FSBO)).isEmpty();
    book.put(first, change);
    assertThat(book.permit(Source.FSBO)).hasValue(first);
    book.put(second, later);

    assertThat(book.permit(Source.FSBO)).hasValue(second);
    assertThat(book.changes(Source.FSBO)).containsExactly(later, change);
    assertThat(book.changes(Source.ZILLOW)).isEmpty();
  }

  @Test
  void forgetsAPermitAndNotThatItWasWithdrawn() {
    SourceChange withdrawn = aChange("2", NOON.plusSeconds(1), Act.PERMIT_WITHDRAWN);
    assertThat(book.withdraw(Source.FSBO, withdrawn)).isFalse();
    assertThat(book.changes(Source.FSBO)).isEmpty();

    book.put(aPermit(NOON), aChange("1", NOON, Act.PERMITTED));
    assertThat(book.withdraw(Source.FSBO, withdrawn)).isTrue();

    assertThat(book.permit(Source.FSBO)).isEmpty();
    assertThat(book.changes(Source.FSBO)).first().isEqualTo(withdrawn);
  }

  @Test
  void keepsWhatIsDecidedOfABoardOfJobs() {
    Permit permit = aPermit(JobBoard.LINKEDIN, NOON.plus(Duration.ofDays(30)));
    SearchTarget miami = aTarget(JobBoard.LINKEDIN, "miami-fl", true);
    SourceChange change = aChange(JobBoard.LINKEDIN, "1", NOON, Act.PERMITTED);
    book.put(permit, change);
    book.put(miami, aChange(JobBoard.LINKEDIN, "2", NOON.plusSeconds(1), Act.TARGET_SET));

    assertThat(book.permit(JobBoard.LINKEDIN)).hasValue(permit);
    assertThat(book.targets(JobBoard.LINKEDIN)).containsExactly(miami);
    assertThat(book.changes(JobBoard.LINKEDIN)).hasSize(2).last().isEqualTo(change);
    assertThat(book.permit(Source.FSBO)).isEmpty();
  }

  @Test
  void keepsTargetsByMarket() {
    SearchTarget miami = aTarget("miami-fl", true);
    SearchTarget denver = aTarget("denver-co", false);
    book.put(miami, aChange("1", NOON, Act.TARGET_SET));
    book.put(denver, aChange("2", NOON, Act.TARGET_SET));
    book.put(aTarget("denver-co", true), aChange("3", NOON, Act.TARGET_SET));

    assertThat(book.targets(Source.FSBO)).containsExactly(aTarget("denver-co", true), miami);
    assertThat(book.remove(Source.FSBO, "denver-co", aChange("4", NOON, Act.TARGET_REMOVED)))
        .isTrue();
    assertThat(book.remove(Source.FSBO, "denver-co", aChange("5", NOON, Act.TARGET_REMOVED)))
        .isFalse();
    assertThat(book.targets(Source.FSBO)).containsExactly(miami);
    assertThat(book.changes(Source.FSBO)).hasSize(4);
  }

  @Test
  void theSandboxMayBeFetchedEverywhereAndAnAdminsWordStays() throws IOException {
    seed();
    seed();
    Permissions permissions = new BookedPermissions(book, () -> NOON);

    for (CrawledSite site : CrawledSite.all()) {
      SourcePolicy policy = FetchingFixtures.aPolicyOf(site.id());
      assertThat(permissions.approval(policy).isLive(NOON.plus(Duration.ofDays(9_999)))).isTrue();
      assertThat(permissions.markets(policy)).hasSize(5);
      assertThat(permissions.withheld(site.id())).isEmpty();
    }
    assertThat(permissions.markets(FetchingFixtures.aPolicyOf("fsbo")))
        .contains(new Market("miami-fl", "Miami, FL"));

    book.put(aPermit(NOON), aChange("1", NOON, Act.PERMITTED));
    seed();
    assertThat(book.permit(Source.FSBO)).hasValue(aPermit(NOON));
  }

  /// As `migrate-database` does it on a laptop.
  private static void seed() throws IOException {
    String name = "/db/local/acquisition/R__seed_sources.sql";
    try (InputStream script = PostgresSourceBook.class.getResourceAsStream(name)) {
      String text =
          new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
      Database database = new Database(postgres.dataSource());
      int _ = database.inTransaction(() -> database.update(text, _ -> {}));
    }
  }

  @Test
  void aDecisionWhoseMakerCannotBeKeptIsNone() {
    book.put(aTarget("miami-fl", true), aChange("1", NOON, Act.TARGET_SET));

    assertThatThrownBy(
            () -> book.put(aTarget("denver-co", true), aChange("1", NOON, Act.TARGET_SET)))
        .isNotNull();

    assertThat(book.targets(Source.FSBO)).hasSize(1);
  }
}
