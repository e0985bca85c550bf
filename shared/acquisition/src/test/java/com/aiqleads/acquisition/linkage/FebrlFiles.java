package com.aiqleads.acquisition.linkage;

import com.aiqleads.acquisition.corpus.LabelledCorpus;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.kernel.ListingId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files of Febrl's generator: records in lines, parted by commas, with `rec-12-org` and
/// `rec-12-dup-0` for the same person. With a line of names or without, as Zingg has them.
final class FebrlFiles {

  private static final Pattern ID = Pattern.compile("rec-(\\d+)-\\w+(?:-\\d+)?");
  private static final List<String> WITHOUT_NAMES =
      List.of(
          "rec_id",
          "given_name",
          "surname",
          "street_number",
          "address_1",
          "address_2",
          "suburb",
          "postcode",
          "state");

  /// @param unreadable records without an address that our rules can read, each alone
  record Read(LabelledCorpus corpus, List<Integer> unreadable) {}

  private FebrlFiles() {}

  static Read read(List<Path> files) {
    List<Advertisement> advertisements = new ArrayList<>();
    Map<ListingId, Integer> labels = new HashMap<>();
    List<Integer> unreadable = new ArrayList<>();
    for (Path file : files) {
      for (Map<String, String> row : rows(file)) {
        String id = row.getOrDefault("rec_id", "");
        Matcher label = ID.matcher(id);
        if (!label.matches()) {
          throw new IllegalArgumentException(file + " has a record without a label: " + id);
        }
        int person = Integer.parseInt(label.group(1));
        PublicRecord record = record(file.getFileName() + " " + id, row);
        record
            .advertisement()
            .ifPresentOrElse(
                one -> {
                  advertisements.add(one);
                  labels.put(record.listingId(), person);
                },
                () -> unreadable.add(person));
      }
    }
    return new Read(new LabelledCorpus(advertisements, labels), unreadable);
  }

  private static PublicRecord record(String id, Map<String, String> row) {
    return new PublicRecord(
        id,
        row.getOrDefault("street_number", "") + " " + row.getOrDefault("address_1", ""),
        row.getOrDefault("suburb", ""),
        row.getOrDefault("state", ""),
        row.getOrDefault("postcode", ""),
        row.getOrDefault("phone_number", ""));
  }

  private static List<Map<String, String>> rows(Path file) {
    List<List<String>> lines = lines(file);
    boolean named = !lines.isEmpty() && lines.getFirst().contains("rec_id");
    List<String> names = named ? lines.getFirst() : WITHOUT_NAMES;
    return lines.stream().skip(named ? 1 : 0).map(line -> row(names, line)).toList();
  }

  private static Map<String, String> row(List<String> names, List<String> line) {
    Map<String, String> row = new HashMap<>();
    for (int at = 0; at < Math.min(names.size(), line.size()); at++) {
      row.put(names.get(at), line.get(at));
    }
    return row;
  }

  /// No field of theirs has a comma.
  private static List<List<String>> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank())
          .map(line -> List.of(line.split(",", -1)))
          .map(line -> line.stream().map(FebrlFiles::field).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String field(String text) {
    return text.strip().replace("\"", "").toLowerCase(Locale.ROOT);
  }
}
