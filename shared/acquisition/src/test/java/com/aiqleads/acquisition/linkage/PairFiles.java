package com.aiqleads.acquisition.linkage;

import com.aiqleads.acquisition.matching.Commonness;
import com.aiqleads.acquisition.matching.MatchModel;
import com.aiqleads.acquisition.matching.Traits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files of pairs as `megagonlabs/ditto` keeps the Magellan sets: columns as `COL city VAL miami`,
/// the same of the other record, and 1 if both are of one thing, parted by tabs. Of Fodors-Zagats,
/// which has addresses and phone numbers.
final class PairFiles {

  private static final Pattern COLUMN = Pattern.compile("COL (\\w+) VAL (.*?)(?=COL \\w+ VAL|$)");
  private static final int PARTS = 3;

  /// How the labelled pairs were judged.
  record Judged(int pairs, int wanted, int found, int right) {

    double precision() {
      return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
      return wanted == 0 ? 1 : (double) right / wanted;
    }
  }

  private PairFiles() {}

  static Judged judge(List<Path> files, MatchModel model) {
    int pairs = 0;
    int wanted = 0;
    int found = 0;
    int right = 0;
    for (Path file : files) {
      for (String line : lines(file)) {
        String[] parts = line.split("\t", -1);
        if (parts.length != PARTS) {
          throw new IllegalArgumentException(file + " has a line that is no pair");
        }
        boolean same = parts[2].strip().equals("1");
        boolean said = isOne(record("one", parts[0]), record("other", parts[1]), model);
        pairs++;
        wanted += same ? 1 : 0;
        found += said ? 1 : 0;
        right += same && said ? 1 : 0;
      }
    }
    return new Judged(pairs, wanted, found, right);
  }

  private static boolean isOne(PublicRecord one, PublicRecord other, MatchModel model) {
    Optional<Traits> first = one.traits();
    Optional<Traits> second = other.traits();
    return first.isPresent()
        && second.isPresent()
        && model.fit(first.get(), second.get(), Commonness.RARE).bits() >= model.threshold();
  }

  private static PublicRecord record(String id, String text) {
    Map<String, String> columns = new HashMap<>();
    Matcher column = COLUMN.matcher(text.strip());
    while (column.find()) {
      columns.put(column.group(1), column.group(2).strip());
    }
    return new PublicRecord(
        id,
        columns.getOrDefault("addr", "").replace(" .", "."),
        columns.getOrDefault("city", ""),
        "",
        "",
        columns.getOrDefault("phone", ""));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
