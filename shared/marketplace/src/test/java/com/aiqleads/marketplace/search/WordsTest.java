package com.aiqleads.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void areLowerCaseWithoutAccentsAndSigns() {
    assertThat(Words.of("Café—Style KITCHEN, owner's pride!"))
        .containsExactly("cafe", "style", "kitchen", "owner", "pride");
  }

  @Test
  void areTheSameInSingularAndPlural() {
    assertThat(Words.of("pools pool glass gas bus")).containsExactly("pool", "glass", "gas", "bus");
  }

  @Test
  void stayHarmlessWhateverTheyComeFrom() {
    assertThat(Words.of("'; DROP TABLE offers; --<script>alert(1)</script>"))
        .containsExactly("drop", "table", "offer", "script", "alert", "1");
  }

  @Test
  void areAtMostFourHundred() {
    String text = IntStream.range(0, 500).mapToObj(n -> "w" + n).collect(Collectors.joining(" "));

    assertThat(Words.of(text)).hasSize(400);
  }

  @Test
  void leaveOutWhatNobodyTypes() {
    assertThat(Words.of("x".repeat(40) + " " + "y".repeat(41))).containsExactly("x".repeat(40));
  }

  @Property
  void findThemselves(@ForAll String text) {
    assertThat(Words.of(String.join(" ", Words.of(text))))
        .allSatisfy(word -> assertThat(Words.of(text).toString()).contains(word));
  }
}
