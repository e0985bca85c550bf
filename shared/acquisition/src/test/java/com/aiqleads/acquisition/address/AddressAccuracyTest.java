package com.aiqleads.acquisition.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How many of the addresses that people write we read as Publication 28 asks.
class AddressAccuracyTest {

  @ParameterizedTest
  @CsvSource({"labelled.txt, 0.99, 290", "held-out.txt, 0.95, 100"})
  void readsNearlyAllAsPublication28Asks(String file, double floor, int least) {
    List<LabelledAddress> labelled = LabelledAddress.in(file);

    List<LabelledAddress> misses = labelled.stream().filter(each -> !each.isRead()).toList();

    assertThat(labelled).hasSizeGreaterThanOrEqualTo(least);
    assertThat(1 - (double) misses.size() / labelled.size())
        .as(() -> "read otherwise:\n" + told(misses))
        .isGreaterThanOrEqualTo(floor);
  }

  /// What is stored is read again when two advertisements are compared.
  @ParameterizedTest
  @ValueSource(strings = {"labelled.txt", "held-out.txt"})
  void readsItsOwnAnswersAgain(String file) {
    List<String> streets =
        LabelledAddress.in(file).stream()
            .flatMap(each -> Street.parse(each.written()).stream())
            .map(Street::text)
            .toList();

    assertThat(streets)
        .isNotEmpty()
        .allSatisfy(street -> assertThat(Street.parse(street).map(Street::text)).contains(street));
  }

  @Test
  void theHeldOutAddressesAreOthers() {
    Set<String> known = written("labelled.txt");

    assertThat(written("held-out.txt")).doesNotContainAnyElementsOf(known);
    assertThat(known).hasSize(LabelledAddress.in("labelled.txt").size());
  }

  private static Set<String> written(String file) {
    return new HashSet<>(LabelledAddress.in(file).stream().map(LabelledAddress::written).toList());
  }

  private static String told(List<LabelledAddress> misses) {
    return misses.stream()
        .map(miss -> miss.written() + "\n  is   " + miss.parts() + "\n  read " + miss.read())
        .collect(Collectors.joining("\n"));
  }
}
