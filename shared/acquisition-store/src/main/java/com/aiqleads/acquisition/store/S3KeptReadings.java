package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.replaying.KeptPage;
import com.aiqleads.acquisition.replaying.KeptReading;
import com.aiqleads.acquisition.replaying.KeptReadings;
import com.aiqleads.acquisition.replaying.Range;
import com.aiqleads.acquisition.replaying.ReadPage;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Beside the snapshots, with the same end: an object for each page and version, under
/// `readings/<source>/<market>/<day>/<time>-<page>/<version>.json.gz`, so that a range is a few
/// listings of keys.
final class S3KeptReadings implements KeptReadings {

  private static final String ROOT = "readings/";
  private static final String END = ".json.gz";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd/HH-mm-ss-SSS").withZone(ZoneOffset.UTC);

  private final S3Client s3;
  private final String bucket;
  private final ObjectMapper json;

  /// As it stands in its object.
  @Serdeable
  record Written(
      String pageId,
      String source,
      String market,
      String url,
      String snapshotKey,
      Instant fetchedAt,
      String parserVersion,
      SortedMap<String, String> fields,
      @Nullable List<String> withheld) {}

  S3KeptReadings(S3Client s3, String bucket, ObjectMapper json) {
    this.s3 = s3;
    this.bucket = bucket;
    this.json = json;
  }

  @Override
  public void keep(KeptReading reading) {
    KeptPage page = reading.page();
    String key =
        market(page.source(), page.market())
            + TIME.format(page.fetchedAt())
            + "-"
            + page.id().text()
            + "/"
            + reading.parserVersion()
            + END;
    s3.putObject(
        request ->
            request.bucket(bucket).key(key).contentType("application/json").contentEncoding("gzip"),
        RequestBody.fromBytes(Gzip.zipped(written(reading))));
  }

  private static String market(String source, String market) {
    return ROOT + source + "/" + S3Snapshots.plain(market) + "/";
  }

  @Override
  public Stream<ReadPage> in(Range range, @Nullable String after) {
    return markets(range)
        .flatMap(market -> days(range).map(day -> market + day + "/"))
        .filter(day -> after == null || day.compareTo(after) > 0 || after.startsWith(day))
        .flatMap(day -> pages(keys(day, after)))
        .map(this::page)
        .filter(page -> range.holds(page.readings().getFirst().page().fetchedAt()));
  }

  private Stream<String> markets(Range range) {
    String source = range.source().id();
    return range.market() != null
        ? Stream.of(market(source, range.market()))
        : s3
            .listObjectsV2Paginator(
                request -> request.bucket(bucket).prefix(ROOT + source + "/").delimiter("/"))
            .commonPrefixes()
            .stream()
            .map(CommonPrefix::prefix)
            .sorted();
  }

  private static Stream<LocalDate> days(Range range) {
    LocalDate first = LocalDate.ofInstant(range.from(), ZoneOffset.UTC);
    LocalDate last = LocalDate.ofInstant(range.to(), ZoneOffset.UTC);
    return first.datesUntil(last.plusDays(1));
  }

  /// Behind the last page that is not wanted any more: `~` comes after all that a key is made of.
  private Stream<String> keys(String day, @Nullable String after) {
    return s3
        .listObjectsV2Paginator(
            request ->
                request.bucket(bucket).prefix(day).startAfter(after == null ? null : after + "~"))
        .contents()
        .stream()
        .map(S3Object::key);
  }

  /// Keys of one page follow each other.
  private static Stream<List<String>> pages(Stream<String> keys) {
    Iterator<String> all = keys.iterator();
    Iterator<List<String>> pages =
        new Iterator<>() {
          private @Nullable String next = all.hasNext() ? all.next() : null;

          @Override
          public boolean hasNext() {
            return next != null;
          }

          @Override
          public List<String> next() {
            String key = next;
            if (key == null) {
              throw new NoSuchElementException();
            }
            List<String> page = new ArrayList<>(List.of(key));
            next = all.hasNext() ? all.next() : null;
            while (next != null && place(next).equals(place(key))) {
              page.add(next);
              next = all.hasNext() ? all.next() : null;
            }
            return page;
          }
        };
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, 0), false);
  }

  private static String place(String key) {
    return key.substring(0, key.lastIndexOf('/') + 1);
  }

  private ReadPage page(List<String> keys) {
    return new ReadPage(
        place(keys.getFirst()),
        keys.stream()
            .map(this::reading)
            .sorted(Comparator.comparing(KeptReading::parserVersion))
            .toList());
  }

  private KeptReading reading(String key) {
    byte[] bytes =
        s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArrayUnsafe();
    try {
      Written read = json.readValue(Gzip.unzipped(bytes), Written.class);
      return new KeptReading(
          new KeptPage(
              PageId.parse(read.pageId()),
              read.source(),
              read.market(),
              read.url(),
              read.snapshotKey(),
              read.fetchedAt(),
              Withholding.of(Objects.requireNonNullElse(read.withheld(), List.of()))),
          read.parserVersion(),
          read.fields());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }

  private byte[] written(KeptReading reading) {
    KeptPage page = reading.page();
    try {
      return json.writeValueAsBytes(
          new Written(
              page.id().text(),
              page.source(),
              page.market(),
              page.url(),
              page.snapshotKey(),
              page.fetchedAt(),
              reading.parserVersion(),
              new TreeMap<>(reading.fields()),
              page.withheld().names().stream().sorted().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the reading of a page", e);
    }
  }
}
