package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.sandbox.FraudRun.Figures;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FraudTest {

  private static final int HOMES = 3_000;
  private static final List<Home> WORLD = World.drawn(Sandbox.DEFAULT_SEED, 10_000);

  @Test
  void refusesNineOfTenFraudsAndOfTenRefusedNineAreFrauds() {
    Figures figures = Figures.of(FraudRun.of(FraudBench.HELD_OUT + 1, HOMES));

    assertThat(figures.frauds()).isGreaterThan(30);
    assertThat(figures.precision()).isGreaterThanOrEqualTo(FraudBench.FLOOR);
    assertThat(figures.recall()).isGreaterThanOrEqualTo(FraudBench.FLOOR);
  }

  @Test
  void oneToThreeOfAHundredHomesAreFraudsOfEachKind() {
    Map<Trick, Long> tricks =
        WORLD.stream()
            .collect(Collectors.groupingBy(home -> home.seller().trick(), Collectors.counting()));

    assertThat(tricks).containsOnlyKeys(Trick.values());
    long frauds = WORLD.stream().filter(home -> home.seller().trick().fraud).count();
    assertThat(frauds * 100.0 / WORLD.size()).isBetween(1.0, 3.0);
  }

  @Test
  void aSmallerWorldHasTheSameFraudsAtItsBeginning() {
    assertThat(World.drawn(Sandbox.DEFAULT_SEED, 1_500)).isEqualTo(WORLD.subList(0, 1_500));
  }

  @Test
  void aCloneIsAnEarlierHomeAtAnotherAddressForLess() {
    List<Home> clones =
        WORLD.stream().filter(home -> home.seller().trick() == Trick.CLONE).toList();

    assertThat(clones)
        .allSatisfy(
            clone ->
                assertThat(WORLD.subList(0, clone.number()))
                    .anyMatch(
                        home ->
                            home.rooms().squareFeet() == clone.rooms().squareFeet()
                                && home.place().metro() == clone.place().metro()
                                && home.priceDollars() > clone.priceDollars()
                                && home.place().houseNumber() != clone.place().houseNumber()));
  }

  @Test
  void honestOnesWriteHardlyEverTheSame() {
    List<String> honest =
        WORLD.stream()
            .filter(home -> home.seller().trick() == Trick.NONE)
            .map(home -> home.seller().prose())
            .toList();

    assertThat(honest).doesNotHaveDuplicates();
  }
}
