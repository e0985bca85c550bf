package com.aiqleads.acquisition.linkage;

import com.aiqleads.acquisition.corpus.Agreement;
import com.aiqleads.acquisition.matching.MatchModel;
import com.aiqleads.acquisition.resolution.CorpusRun;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Public sets through the matcher of homes as it is: nothing of it was estimated on them. Those
/// that a folder has are read, the others are passed over.
public final class LinkageBench {

  private LinkageBench() {}

  public static void main(String[] arguments) {
    if (arguments.length != 1 || arguments[0].isBlank()) {
      throw new IllegalArgumentException("which folder? -Dbench.sets=…");
    }
    run(Path.of(arguments[0]), System.out);
  }

  static void run(Path folder, PrintStream out) {
    Map<String, List<Path>> sets = sets(folder);
    if (sets.isEmpty()) {
      throw new IllegalArgumentException(
          folder + " has no folder of a set with .csv (Febrl) or .txt files (pairs)");
    }
    sets.forEach((name, files) -> print(name, files, out));
  }

  private static void print(String name, List<Path> files, PrintStream out) {
    if (files.getFirst().toString().endsWith(".txt")) {
      printPairs(name, PairFiles.judge(files, MatchModel.shipped()), out);
    } else {
      printRecords(name, FebrlFiles.read(files), out);
    }
  }

  private static void printPairs(String name, PairFiles.Judged judged, PrintStream out) {
    out.println(name + ": " + judged.pairs() + " pairs, " + judged.wanted() + " of one");
    figure(out, name + " precision", judged.precision());
    figure(out, name + " recall", judged.recall());
  }

  private static void printRecords(String name, FebrlFiles.Read read, PrintStream out) {
    int unreadable = read.unreadable().size();
    int all = read.corpus().advertisements().size() + unreadable;
    out.println(name + ": " + all + " records, " + unreadable + " without a readable address");
    Agreement agreement =
        CorpusRun.agreement(read.corpus(), read.unreadable(), MatchModel.shipped());
    figure(out, name + " precision", agreement.precision());
    figure(out, name + " recall", agreement.recall());
    figure(out, name + " b-cubed-precision", agreement.bCubedPrecision());
    figure(out, name + " b-cubed-recall", agreement.bCubedRecall());
  }

  private static void figure(PrintStream out, String what, double value) {
    out.println(what + ": " + String.format(Locale.ROOT, "%.3f", value));
  }

  /// A folder for each set, with one or more files of one form.
  private static Map<String, List<Path>> sets(Path folder) {
    Map<String, List<Path>> sets = new TreeMap<>();
    for (Path each : children(folder)) {
      for (String ending : List.of(".csv", ".txt")) {
        List<Path> files =
            Files.isDirectory(each)
                ? children(each).stream().filter(file -> file.toString().endsWith(ending)).toList()
                : List.of();
        if (!files.isEmpty()) {
          sets.putIfAbsent(each.getFileName().toString(), files);
        }
      }
    }
    return sets;
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + folder, e);
    }
  }
}
