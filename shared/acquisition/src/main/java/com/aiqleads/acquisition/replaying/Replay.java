package com.aiqleads.acquisition.replaying;

import com.aiqleads.acquisition.fetching.Snapshots;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageParsers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares what two versions of a parser make of the same stored pages. The version of the parser
/// at hand reads them again; of any other version what it has read is known, if it has. Changes
/// nothing, unless it is told to keep what it reads.
public final class Replay {

  /// In one report.
  public static final int MAX_DIFFERENCES = 2_000;

  /// What to compare.
  ///
  /// @param before a version; null for what was read before the other
  /// @param after a version; null for the parser at hand
  /// @param keep whether what the parser at hand reads is kept, to be compared with later ones
  public record Question(
      Range range, @Nullable String before, @Nullable String after, boolean keep) {}

  private final KeptReadings readings;
  private final Snapshots snapshots;
  private final PageParsers parsers;
  private final InstantSource clock;

  public Replay(
      KeptReadings readings, Snapshots snapshots, PageParsers parsers, InstantSource clock) {
    this.readings = readings;
    this.snapshots = snapshots;
    this.parsers = parsers;
    this.clock = clock;
  }

  /// Until the range is at its end, so many pages are done, or the time is up.
  public ReplayReport run(
      Question question, int maxPages, Instant deadline, @Nullable String after) {
    Tally tally = new Tally(parsers.of(question.range().source()), question);
    Iterator<ReadPage> pages = readings.in(question.range(), after).iterator();
    String place = null;
    while (pages.hasNext() && tally.pages < maxPages && clock.instant().isBefore(deadline)) {
      ReadPage page = pages.next();
      tally.add(page);
      place = page.place();
    }
    return tally.report(pages.hasNext() ? place : null);
  }

  private final class Tally {

    private final PageParser parser;
    private final Question question;
    private final String version;
    private final SortedMap<String, Integer> fields = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private int pages;
    private int same;
    private int changed;
    private int expired;
    private int unread;

    Tally(PageParser parser, Question question) {
      this.parser = parser;
      this.question = question;
      this.version = question.after() == null ? parser.version() : question.after();
    }

    void add(ReadPage page) {
      pages++;
      Optional<KeptReading> before =
          question.before() == null ? page.before(version) : page.by(question.before());
      if (version.equals(parser.version())) {
        Optional<byte[]> bytes = snapshots.find(page.page().snapshotKey());
        bytes.ifPresentOrElse(found -> compare(before, Optional.of(read(page, found))), this::gone);
      } else {
        compare(before, page.by(version));
      }
    }

    private void gone() {
      expired++;
    }

    private KeptReading read(ReadPage page, byte[] bytes) {
      KeptReading reading =
          KeptReading.of(
              page.page(), version, page.page().read(parser, question.range().source(), bytes));
      if (question.keep()) {
        readings.keep(reading);
      }
      return reading;
    }

    private void compare(Optional<KeptReading> before, Optional<KeptReading> after) {
      if (before.isEmpty() || after.isEmpty()) {
        unread++;
        return;
      }
      List<Difference> found =
          Difference.between(before.orElseThrow(), after.orElseThrow()).toList();
      if (found.isEmpty()) {
        same++;
        return;
      }
      changed++;
      found.forEach(each -> fields.merge(each.field(), 1, Integer::sum));
      found.stream().limit(MAX_DIFFERENCES - differences.size()).forEach(differences::add);
    }

    ReplayReport report(@Nullable String next) {
      return new ReplayReport(pages, same, changed, expired, unread, fields, differences, next);
    }
  }
}
