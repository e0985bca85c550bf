package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void readsCellsWithCommasQuotesAndBreaks() {
    assertThat(Csv.rows("\"1\",\"a, b\",\"say \"\"x\"\"\"\r\n2,,\"two\nlines\"\n\n3"))
        .containsExactly(
            List.of("1", "a, b", "say \"x\""), List.of("2", "", "two\nlines"), List.of("3"));
  }

  @Test
  void readsWhatIsCutOff() {
    assertThat(Csv.rows("\"1\",\"a, b")).containsExactly(List.of("1", "a, b"));
    assertThat(Csv.rows("")).isEmpty();
  }

  @Test
  void writesWhatItReads() {
    List<String> cells = List.of("1", "12 \"A\" ST, REAR", "", "O'FALLON");

    assertThat(Csv.rows(Csv.row(cells))).containsExactly(cells);
    assertThat(Csv.row(List.of("a\r\nb"))).isEqualTo("\"a  b\"");
  }
}
