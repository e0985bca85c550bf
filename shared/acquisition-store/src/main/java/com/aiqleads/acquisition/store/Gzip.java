package com.aiqleads.acquisition.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Objects are kept small.
final class Gzip {

  /// No page is larger, whatever a gzip stream claims.
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private Gzip() {}

  static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target.toByteArray();
  }

  static byte[] unzipped(byte[] bytes) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readNBytes(MAX_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
