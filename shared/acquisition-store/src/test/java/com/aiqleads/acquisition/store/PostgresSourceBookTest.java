package com.aiqleads.acquisition.store;

import static com.aiqleads.acquisition.approving.ApprovingFixtures.NOON;
import static com.aiqleads.acquisition.approving.ApprovingFixtures.aChange;
import static com.aiqleads.acquisition.approving.ApprovingFixtures.aPermit;
import static com.aiqleads.acquisition.approving.ApprovingFixtures.aTarget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.acquisition.approving.SearchTarget;
import com.aiqleads.acquisition.approving.SourceBook;
import com.aiqleads.acquisition.approving.SourceChange;
import com.aiqleads.acquisition.approving.SourceChange.Act;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
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
  void aDecisionWhoseMakerCannotBeKeptIsNone() {
    book.put(aTarget("miami-fl", true), aChange("1", NOON, Act.TARGET_SET));

    assertThatThrownBy(
            () -> book.put(aTarget("denver-co", true), aChange("1", NOON, Act.TARGET_SET)))
        .isNotNull();

    assertThat(book.targets(Source.FSBO)).hasSize(1);
  }
}
