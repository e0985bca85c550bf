package com.aiqleads.acquisition.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With invented files in the forms of the real ones, which are not in this repository.
class LinkageBenchTest {

  private static final String FEBRL =
      """
      rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id
      rec-0-org, dana, whitfield, 12, palm street, , northgate, 4013, qld, 19700101, 1234567
      rec-0-dup-0, dna, whitfield, 12, palm street, , northgate, 4013, qld, 19700101, 1234567
      rec-1-org, ann, hill, 7, station road, , eastgate, 2031, nsw, 19810203, 7654321
      rec-1-dup-0, ann, hill, , , , eastgate, 2031, nsw, 19810203, 7654321
      rec-2-org, bo, lund, 99, ocean parade, , southgate, 3170, vic, 19660708, 1111111
      """;

  private static final String PAIRS =
      """
      COL name VAL palm grill COL addr VAL 435 s. la palma blvd . COL city VAL los angeles COL phone VAL 310/555 -2368 COL type VAL american\tCOL name VAL palm grill of la COL addr VAL 435 s. la palma blvd . COL city VAL los angeles COL phone VAL 310-555-2368 COL type VAL steak\t1
      COL name VAL bay cafe COL addr VAL 12 bay st . COL city VAL miami COL phone VAL 305/555 -0001\tCOL name VAL hill cafe COL addr VAL 99 hill ave . COL city VAL denver COL phone VAL 303-555-0002\t0
      COL name VAL lost inn COL addr VAL by the sea COL city VAL miami COL phone VAL\tCOL name VAL lost inn COL addr VAL by the sea COL city VAL miami COL phone VAL\t1
      """;

  @TempDir Path folder;

  @Test
  void printsHowWellRecordsOfFebrlAreFound() throws IOException {
    file("febrl3", "dataset3.csv", FEBRL);

    assertThat(printed())
        .contains("febrl3: 5 records, 1 without a readable address")
        .contains("febrl3 precision: 1.000", "febrl3 recall: 0.500")
        .contains("febrl3 b-cubed-precision: 1.000", "febrl3 b-cubed-recall: 0.800");
  }

  @Test
  void readsTwoFilesOfOneSetAndFilesWithoutNames() throws IOException {
    String[] lines = FEBRL.split("\n", -1);
    file("febrl4", "a.csv", lines[0] + "\n" + lines[1]);
    file("febrl4", "b.csv", lines[0] + "\n" + lines[2]);
    file("febrl120k", "test.csv", lines[1] + "\n" + lines[2]);
    file("febrl120k", "notes.md", "nothing of it");

    assertThat(printed()).contains("febrl4 recall: 1.000", "febrl120k recall: 1.000");
  }

  @Test
  void printsHowPairsWereJudged() throws IOException {
    file("fodors-zagats", "test.txt", PAIRS);

    assertThat(printed())
        .contains("fodors-zagats: 3 pairs, 2 of one")
        .contains("fodors-zagats precision: 1.000", "fodors-zagats recall: 0.500");
  }

  @Test
  void saysWhatIsWrongWithAFolder() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(this::printed)
        .withMessageContaining("no folder of a set");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinkageBench.main(new String[] {""}))
        .withMessageContaining("bench.sets");

    file("febrl3", "a.csv", "rec_id,suburb\nnobody,northgate\n");
    assertThatIllegalArgumentException().isThrownBy(this::printed).withMessageContaining("label");
    file("afirst", "pairs.txt", "COL a VAL b\t1\n");
    assertThatIllegalArgumentException().isThrownBy(this::printed).withMessageContaining("no pair");
  }

  private void file(String set, String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(set));
    Files.writeString(folder.resolve(set).resolve(name), text);
  }

  private String printed() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    LinkageBench.run(folder, new PrintStream(printed, true, StandardCharsets.UTF_8));
    return printed.toString(StandardCharsets.UTF_8);
  }
}
