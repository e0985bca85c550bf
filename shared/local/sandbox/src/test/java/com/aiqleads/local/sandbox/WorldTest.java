package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorldTest {

  private static final List<Home> HOMES = World.drawn(Sandbox.DEFAULT_SEED, Sandbox.DEFAULT_HOMES);

  @Test
  void sameSeedDrawsTheSameWorldAndAnotherSeedAnother() {
    assertThat(World.drawn(Sandbox.DEFAULT_SEED, Sandbox.DEFAULT_HOMES)).isEqualTo(HOMES);
    assertThat(World.drawn(1, Sandbox.DEFAULT_HOMES)).isNotEqualTo(HOMES);
  }

  @Test
  void holdsAtLeastThreeThousandHomesInFiveMetros() {
    assertThat(HOMES).hasSizeGreaterThanOrEqualTo(3_000);
    assertThat(HOMES.stream().map(home -> home.place().metro()))
        .containsAll(EnumSet.allOf(Metro.class));
    assertThat(HOMES.stream().map(Home::flaw)).containsAll(EnumSet.allOf(Flaw.class));
  }

  @Test
  void manyHomesHaveTwentyThousandListingsOnFivePlatformsAndAlwaysTheSame() {
    List<Home> many = World.drawn(Sandbox.DEFAULT_SEED, Sandbox.MANY_HOMES);
    List<Job> jobs = JobWorld.drawn(Sandbox.DEFAULT_SEED, Sandbox.MANY_HOMES, Sandbox.DEFAULT_DAY);

    long byOwners = count(many, Home::onFsbo) + count(many, Home::onForSaleByOwner);
    long craigslist = count(many, Home::onCraigslist);
    long zillow = count(many, home -> home.onZillow() || home.atAgentOnZillow());
    long facebook = count(many, Home::onFacebook);
    assertThat(List.of(byOwners, craigslist, zillow, facebook)).allMatch(site -> site > 3_000);
    assertThat(jobs).hasSizeGreaterThan(1_000);
    assertThat(byOwners + craigslist + zillow + facebook + jobs.size())
        .isGreaterThanOrEqualTo(20_000);
    assertThat(World.drawn(Sandbox.DEFAULT_SEED, Sandbox.MANY_HOMES)).isEqualTo(many);
    assertThat(JobWorld.drawn(Sandbox.DEFAULT_SEED, Sandbox.MANY_HOMES, Sandbox.DEFAULT_DAY))
        .isEqualTo(jobs);
    assertThat(many.subList(0, HOMES.size())).isEqualTo(HOMES);
  }

  private static long count(List<Home> homes, Predicate<Home> isThere) {
    return homes.stream().filter(isThere).count();
  }

  @Test
  void aboutAFifthStandsOnBothSitesWithTheAddressSpelledDifferently() {
    List<Home> both =
        HOMES.stream().filter(home -> home.onFsbo() && home.onForSaleByOwner()).toList();

    assertThat(both.size() * 100.0 / HOMES.size()).isBetween(17.0, 23.0);
    assertThat(both).allMatch(home -> !home.fsboStreet().equals(home.byOwnerStreet()));
  }

  @Test
  void halfOfTheHomesAreHereForLessThanAMonthAndNoneForMoreThanHalfAYear() {
    LocalDate today = LocalDate.of(2027, 3, 1);

    List<Home> homes = World.drawn(Sandbox.DEFAULT_SEED, Sandbox.DEFAULT_HOMES, today);

    assertThat(homes)
        .allMatch(
            home ->
                !home.listedOn().isAfter(today) && home.listedOn().isAfter(today.minusDays(180)));
    long young =
        homes.stream().filter(home -> home.listedOn().isAfter(today.minusMonths(1))).count();
    assertThat(young).isGreaterThan(homes.size() / 2);
  }

  @Test
  void everyHomeLiesInItsZipArea() {
    assertThat(HOMES)
        .allSatisfy(
            home -> {
              assertThat(home.place().latitude())
                  .isBetween(
                      home.place().area().latitude() - 0.01, home.place().area().latitude() + 0.01);
              assertThat(home.place().longitude())
                  .isBetween(
                      home.place().area().longitude() - 0.01,
                      home.place().area().longitude() + 0.01);
              assertThat(home.place().area().state()).isEqualTo(home.place().metro().state);
            });
  }

  @Test
  void phonesLookValidButRingNowhere() throws NumberParseException {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    for (Home home : HOMES) {
      boolean fictional = home.flaw() == Flaw.FICTIONAL_PHONE;
      String phone = home.owner().phone();
      assertThat(phone.substring(3, 6)).isIn(fictional ? List.of("555") : List.of("958", "959"));
      if (!fictional) {
        assertThat(phones.isValidNumber(phones.parse(phone, "US"))).as(phone).isTrue();
      }
    }
  }

  @Test
  void spellsOneAddressInFourWays() {
    Home home =
        HOMES.stream()
            .filter(
                each ->
                    !each.place().unit().isEmpty()
                        && each.place().street().direction().equals("SW"))
            .findFirst()
            .orElseThrow();

    assertThat(
            List.of(Spelling.values()).stream()
                .map(way -> way.of(home))
                .collect(Collectors.toSet()))
        .hasSize(4)
        .anyMatch(line -> line.contains("Southwest") && line.contains(", Apartment "))
        .anyMatch(line -> line.contains("S.W. "))
        .anyMatch(line -> line.contains(" UNIT "));
  }

  @Test
  void spellsEveryDirection() {
    assertThat(
            List.of("N", "S", "E", "W", "NE", "NW", "SE", "SW", "").stream()
                .map(letter -> new Street(letter, "Oak", Street.Suffix.LANE).directionWord()))
        .containsExactly(
            "North",
            "South",
            "East",
            "West",
            "Northeast",
            "Northwest",
            "Southeast",
            "Southwest",
            "");
  }
}
