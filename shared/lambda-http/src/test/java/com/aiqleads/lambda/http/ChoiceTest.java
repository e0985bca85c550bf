package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChoiceTest {

  private enum Sort {
    PRICE_UP,
    NEWEST
  }

  @Test
  void readsAWordOfTheList() {
    assertThat(Choice.of(Sort.class, "sort", "price-up")).isEqualTo(Sort.PRICE_UP);
  }

  @Test
  void refusesEveryOtherWordAndNamesTheList() {
    for (String word : new String[] {"PRICE_UP", "price; drop table leads", ""}) {
      assertThatThrownBy(() -> Choice.of(Sort.class, "sort", word))
          .isInstanceOfSatisfying(
              BadInput.class,
              refused ->
                  assertThat(refused.wrongFields())
                      .containsExactly(new WrongField("sort", "must be one of price-up, newest")));
    }
  }
}
