package com.aiqleads.acquisition.approving;

import static com.aiqleads.acquisition.approving.ApprovingFixtures.NOON;
import static com.aiqleads.acquisition.approving.ApprovingFixtures.aChange;
import static com.aiqleads.acquisition.approving.ApprovingFixtures.aPermit;
import static com.aiqleads.acquisition.approving.ApprovingFixtures.aTarget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.SourceChange.Act;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.FetchingFixtures;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermitTest {

  private static final SourcePolicy FSBO = FetchingFixtures.aPolicyOf("fsbo");

  private final InMemorySourceBook book = new InMemorySourceBook();

  @Test
  void endsWhenItSays() {
    Permit permit = aPermit(NOON);

    assertThat(permit.objection(NOON.minusMillis(1))).isEmpty();
    assertThat(permit.objection(NOON)).hasValue(PermitObjection.EXPIRED);
    assertThat(permit.approval(NOON.minusMillis(1)))
        .isEqualTo(new Approval.Approved("user_1", NOON));
    assertThat(permit.approval(NOON)).isEqualTo(new Approval.NotApproved());
  }

  @Test
  void isNoneOnceItsTermsWereReadTooLongAgo() {
    Instant read = NOON.minus(Permit.MAX_REVIEW_AGE);
    Permit permit = aPermit(AccessBasis.PUBLIC, read, NOON.plus(Duration.ofDays(9)));

    assertThat(permit.objection(NOON.minusMillis(1))).isEmpty();
    assertThat(permit.approval(NOON.minusMillis(1)))
        .isEqualTo(new Approval.Approved("user_1", NOON));
    assertThat(permit.objection(NOON)).hasValue(PermitObjection.TERMS_UNREAD);
  }

  @Test
  void isNoneForWhoDoesNotWantUs() {
    Permit blocked = aPermit(AccessBasis.BLOCKED, NOON, NOON.plusSeconds(9));

    assertThat(blocked.objection(NOON)).hasValue(PermitObjection.BLOCKED);
    assertThat(blocked.approval(NOON).isLive(NOON)).isFalse();
    assertThat(PermitObjection.BLOCKED.text()).endsWith(".");
  }

  @Test
  void withoutADecisionNothingIsFetchedAndNowhere() {
    BookedPermissions permissions = new BookedPermissions(book, () -> NOON);

    assertThat(permissions.approval(FSBO)).isEqualTo(new Approval.NotApproved());
    assertThat(permissions.approval(FetchingFixtures.aPolicy()))
        .isEqualTo(new Approval.NotApproved());
    assertThat(permissions.markets(FSBO)).isEmpty();
  }

  @Test
  void activeTargetsAreSearchedAtTheSlowerCadence() {
    BookedPermissions permissions = new BookedPermissions(book, () -> NOON);
    book.put(aPermit(NOON.plusSeconds(1)), aChange("1", NOON, Act.PERMITTED));
    book.put(aTarget("miami-fl", true), aChange("2", NOON, Act.TARGET_SET));
    book.put(aTarget("denver-co", false), aChange("3", NOON, Act.TARGET_SET));

    assertThat(permissions.approval(FSBO).isLive(NOON)).isTrue();
    assertThat(permissions.markets(FSBO))
        .containsExactly(new Market("miami-fl", "Miami, FL", Duration.ofMinutes(60)));
    assertThat(permissions.markets(FetchingFixtures.aPolicyOf("zillow"))).isEmpty();
  }

  @Test
  void aBoardOfJobsIsCrawledAsItsOwnPermitSaysAndNoOther() {
    BookedPermissions permissions = new BookedPermissions(book, () -> NOON);
    SourcePolicy policy = FetchingFixtures.aPolicyOf("linkedin");
    book.put(aPermit(NOON.plusSeconds(1)), aChange("1", NOON, Act.PERMITTED));
    assertThat(permissions.approval(policy)).isEqualTo(new Approval.NotApproved());

    book.put(
        aPermit(JobBoard.LINKEDIN, NOON.plusSeconds(1)),
        aChange(JobBoard.LINKEDIN, "2", NOON, Act.PERMITTED));
    book.put(
        aTarget(JobBoard.LINKEDIN, "miami-fl", true),
        aChange(JobBoard.LINKEDIN, "3", NOON, Act.TARGET_SET));

    assertThat(permissions.approval(policy).isLive(NOON)).isTrue();
    assertThat(permissions.markets(policy)).hasSize(1);
    assertThat(permissions.markets(FSBO)).isEmpty();
    assertThat(permissions.withheld("linkedin"))
        .containsExactlyInAnyOrder("address", "location", "description", "contact");
    book.withdraw(JobBoard.LINKEDIN, aChange(JobBoard.LINKEDIN, "4", NOON, Act.PERMIT_WITHDRAWN));
    assertThat(permissions.approval(policy)).isEqualTo(new Approval.NotApproved());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Miami, FL", "miami", "St. Paul, MN", "Coeur d'Alene", "1042", "São José"})
  void aPlaceIsAsASiteNamesIt(String place) {
    assertThat(SearchTarget.isPlace(place)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "../view", "miami?cat=x", "a/b", "a#b", "a%2fb", "a\\b", "a\nb", "-x"})
  void aPlaceMeansNothingInAnAddress(String place) {
    assertThat(SearchTarget.isPlace(place)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SearchTarget(
                    Source.FSBO, "miami-fl", place, Duration.ofHours(1), true, "user_1", NOON));
  }

  @Test
  void aPlaceAndAMarketAreShort() {
    assertThat(SearchTarget.isPlace("x".repeat(80))).isTrue();
    assertThat(SearchTarget.isPlace("x".repeat(81))).isFalse();
    assertThat(SearchTarget.isMarket("x".repeat(40))).isTrue();
    assertThat(SearchTarget.isMarket("x".repeat(41))).isFalse();
    assertThat(SearchTarget.isMarket("Miami")).isFalse();
  }
}
