package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.ReturnDesk;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.Returns;
import com.aiqleads.marketplace.returns.UntoldCredits;
import com.aiqleads.marketplace.returns.UntoldCredits.Sum;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUntoldCreditsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));

  private final Database database = Stores.database(postgres);
  private final Returns returns = ReturnActs.returns(database);
  private final UntoldCredits untold = new PostgresUntoldCredits(database);
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
  }

  @Test
  void isTakenOnceAndForEachTeamTogether() {
    buy(OURS, 3);
    buy(THEIRS, 2);
    List<LeadReturn> credited = credited();

    for (LeadReturn one : credited) {
      untold.add(one);
      untold.add(one);
    }

    assertThat(credited).hasSize(3);
    assertThat(Stream.generate(untold::take).limit(2).flatMap(Optional::stream))
        .containsExactlyInAnyOrder(
            new Sum(OURS, 2, Money.usd(68_00)), new Sum(THEIRS, 1, Money.usd(34_00)));
    assertThat(untold.take()).isEmpty();
  }

  /// The fixtures' leads are all of one home: all but the first are duplicates.
  private List<LeadReturn> credited() {
    return returns.toRecheck(10).stream()
        .map(
            sale ->
                database.inTransaction(
                    () -> new ReturnDesk(returns).recall(sale, ReturnReason.DUPLICATE)))
        .flatMap(Optional::stream)
        .map(ReturnDesk.Taken::what)
        .toList();
  }

  private void buy(TeamId team, int leads) {
    for (int number = 1; number <= leads; number++) {
      clock.pass(Duration.ofMinutes(1));
      Sales.buy(database, team, Sales.hold(database, team, OfferFixtures.leadId(number)));
    }
  }
}
