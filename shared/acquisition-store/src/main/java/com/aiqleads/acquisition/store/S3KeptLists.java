package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.deleting.DeletionRequest;
import com.aiqleads.acquisition.deleting.KeptLists;
import com.aiqleads.acquisition.deleting.PullId;
import com.aiqleads.acquisition.suppression.ListedHash;
import com.aiqleads.acquisition.suppression.SuppressionKey.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Archives of `<date>_<broker>_<list>.csv` with the header `ID,Hash`; of what was taken back
/// `ID,Hash,ListType`. Read as a stream: a list may have a row for every Californian.
final class S3KeptLists implements KeptLists {

  private static final int ROWS_AT_A_TIME = 1_000;
  private static final Pattern FILE = Pattern.compile("(\\d{8}_[A-Za-z0-9]+)_([A-Za-z]+)\\.csv");
  private static final Pattern WORK_ITEM = Pattern.compile("[A-Za-z0-9]{12}");
  private static final String REMOVED = "Removed";
  private static final String ENDING = ".zip";

  private final S3Client s3;
  private final String bucket;

  S3KeptLists(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void keep(PullId pull, Path archive) {
    s3.putObject(
        request -> request.bucket(bucket).key(key(pull)).contentType("application/zip"),
        RequestBody.fromFile(archive));
  }

  @Override
  public List<PullId> pulls() {
    return s3.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
        .map(object -> object.key().replace(ENDING, ""))
        .map(id -> new PullId(UUID.fromString(id)))
        .toList();
  }

  private static String key(PullId pull) {
    return pull.value() + ENDING;
  }

  @Override
  public void read(PullId pull, Consumer<Rows> reader) {
    try (InputStream object = s3.getObject(request -> request.bucket(bucket).key(key(pull)));
        ZipInputStream zip = new ZipInputStream(object)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        read(entry.getName(), zip, reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the lists of pull " + pull.value(), e);
    }
  }

  /// Does not close the reader: that would close the archive.
  private static void read(String file, InputStream in, Consumer<Rows> reader) throws IOException {
    var name = FILE.matcher(file);
    if (!name.matches()) {
      throw new IOException("no list is called " + file);
    }
    boolean isRemoved = name.group(2).equals(REMOVED);
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<DeletionRequest> some = new ArrayList<>();
    lines.readLine(); // the header
    int row = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      row++;
      if (!line.isBlank()) {
        some.add(request(file, name.group(2), row, line));
      }
      if (some.size() == ROWS_AT_A_TIME) {
        reader.accept(rows(isRemoved, some));
        some.clear();
      }
    }
    reader.accept(rows(isRemoved, some));
  }

  private static Rows rows(boolean isRemoved, List<DeletionRequest> some) {
    return isRemoved ? new Rows(List.of(), some) : new Rows(some, List.of());
  }

  /// What is wrong is said without the row.
  private static DeletionRequest request(String file, String list, int row, String line)
      throws IOException {
    List<String> cells = Csv.rows(line).getFirst();
    boolean isRow =
        cells.size() >= 2
            && WORK_ITEM.matcher(cells.get(0)).matches()
            && ListedHash.isHash(cells.get(1));
    if (!isRow) {
      throw new IOException("row %d of %s is of another form".formatted(row, file));
    }
    String kind = cells.size() > 2 ? cells.get(2) : list;
    return new DeletionRequest(cells.get(0), file, who(kind, cells.get(1)));
  }

  private static @Nullable ListedHash who(String list, String hash) {
    return switch (list) {
      case "Phone" -> new ListedHash(Kind.PHONE, hash);
      case "Email" -> new ListedHash(Kind.EMAIL, hash);
      default -> null;
    };
  }
}
