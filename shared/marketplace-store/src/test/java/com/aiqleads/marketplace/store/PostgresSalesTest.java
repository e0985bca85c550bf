package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.orders.Sale;
import com.aiqleads.marketplace.orders.Sales.Place;
import com.aiqleads.marketplace.orders.SalesWanted;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSalesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));

  private static final SalesWanted ALL =
      new SalesWanted(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  private final Database database = Stores.database(postgres);
  private final Database administrator = new Database(postgres.administrator());
  private final PostgresSales sales = new PostgresSales(database);

  @BeforeEach
  void sellOneToUsOneToThemAndTwoToUs() {
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
    Sales.buy(database, OURS, Sales.hold(database, OURS, lead(1)));
    Sales.buy(database, THEIRS, Sales.hold(database, THEIRS, lead(1)));
    Sales.buy(
        database, OURS, Sales.hold(database, OURS, lead(2)), Sales.hold(database, OURS, lead(3)));
  }

  @Test
  void showsWhatAllTeamsBoughtNewestFirst() {
    List<Sale> all = page(ALL);

    assertThat(all).extracting(Sale::team).containsExactly(OURS, THEIRS, OURS);
    assertThat(all).extracting(Sale::leads).containsExactly(2, 1, 1);
    Sale first = all.getLast();
    assertThat(first.total().minorUnits()).isPositive();
    assertThat(first.byCard()).isFalse();
    assertThat(first.returned()).isEqualTo(Money.usd(0));
    assertThat(first.takenBack()).isEqualTo(Money.usd(0));
    assertThat(first.receipt()).isEmpty();
  }

  @Test
  void goesOnBehindEachSale() {
    List<Sale> all = page(ALL);

    List<Sale> one = sales.page(ALL, Optional.empty(), 1);
    List<Sale> rest = sales.page(ALL, Optional.of(place(one.getLast())), 9);

    assertThat(one).containsExactly(all.getFirst());
    assertThat(rest).containsExactlyElementsOf(all.subList(1, 3));
    assertThat(sales.page(ALL, Optional.of(place(all.getLast())), 9)).isEmpty();
  }

  @Test
  void showsOnlyWhatIsWanted() {
    List<Sale> all = page(ALL);
    Sale newest = all.getFirst();
    Sale oldest = all.getLast();

    assertThat(page(wanted(Optional.of(THEIRS), Optional.empty(), Optional.empty())))
        .containsExactly(all.get(1));
    assertThat(page(wanted(Optional.empty(), Optional.of(lead(1)), Optional.empty())))
        .containsExactly(all.get(1), oldest);
    assertThat(page(wanted(Optional.of(OURS), Optional.of(lead(1)), Optional.empty())))
        .containsExactly(oldest);
    assertThat(page(wanted(Optional.empty(), Optional.empty(), Optional.of(newest))))
        .containsExactly(newest);
  }

  @Test
  void keepsToTheTimeThatIsWanted() {
    List<Sale> all = page(ALL);
    Sale second = all.get(1);

    SalesWanted from =
        new SalesWanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(second.at()),
            Optional.empty(),
            false);
    SalesWanted until =
        new SalesWanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(second.at().minus(Duration.ofDays(1))),
            Optional.of(second.at()),
            false);

    assertThat(page(from)).containsExactly(all.getFirst(), second);
    assertThat(page(until)).containsExactly(all.getLast());
  }

  @Test
  void saysWhatWentBack() {
    giveBack(THEIRS);

    assertThat(page(ALL))
        .extracting(Sale::returned)
        .containsExactly(Money.usd(0), Money.usd(1_00), Money.usd(0));
  }

  @Test
  void showsOnlyThoseOfWhichMoneyWentBack() {
    SalesWanted refunded =
        new SalesWanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true);
    assertThat(page(refunded)).isEmpty();

    giveBack(THEIRS);

    assertThat(page(refunded)).extracting(Sale::team).containsExactly(THEIRS);
  }

  private void giveBack(TeamId team) {
    administrator.update(
        """
        insert into marketplace.line_returns (order_line_id, team_id, lead_id, refunded)
        select l.order_line_id, o.team_id, l.lead_id, 100
        from marketplace.order_lines l join marketplace.orders o using (order_id)
        where o.team_id = ?
        """,
        statement -> statement.setObject(1, team.value()));
  }

  private static SalesWanted wanted(
      Optional<TeamId> team, Optional<LeadId> lead, Optional<Sale> sale) {
    return new SalesWanted(
        team, sale.map(Sale::order), lead, Optional.empty(), Optional.empty(), false);
  }

  private List<Sale> page(SalesWanted wanted) {
    return sales.page(wanted, Optional.empty(), 9);
  }

  private static Place place(Sale sale) {
    return new Place(sale.at(), sale.order());
  }

  private static LeadId lead(int number) {
    return OfferFixtures.leadId(number);
  }
}
