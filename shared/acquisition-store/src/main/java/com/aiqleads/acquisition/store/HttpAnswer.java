package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageBytes;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Reads one answer of HTTP/1.1 (RFC 9112) from a connection that ends with it. A site may send
/// what it likes: everything has a limit, also what is packed, when it is unpacked.
final class HttpAnswer {

  static final int MAX_HEADER_BYTES = 64 * 1024;

  private static final int MAX_INTERIM = 5;
  private static final int MAX_CHUNK_LINE = 1_024;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final int FIRST_FINAL = 200;

  private final InputStream in;
  private final int maxBytes;
  private int headerBytes;

  private HttpAnswer(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  static PageAnswer read(InputStream in, int maxBytes) throws IOException {
    try {
      return new HttpAnswer(in, maxBytes).read();
    } catch (TooLargeException _) {
      return new PageAnswer.TooLarge(maxBytes);
    }
  }

  /// More bytes than anybody wants.
  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// It is not what HTTP/1.1 says.
  static final class MalformedAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedAnswerException(String message) {
      super(message);
    }
  }

  private PageAnswer read() throws IOException {
    for (int interim = 0; interim < MAX_INTERIM; interim++) {
      int status = status(line(MAX_HEADER_BYTES));
      Map<String, String> headers = headers();
      if (status >= FIRST_FINAL) {
        return new PageAnswer.Answered(status, headers, PageBytes.of(body(status, headers)));
      }
    }
    throw new MalformedAnswerException("no answer but interim ones");
  }

  private static int status(String line) throws IOException {
    boolean isStatus =
        line.length() >= 12
            && line.startsWith("HTTP/1.")
            && line.charAt(8) == ' '
            && line.substring(9, 12).chars().allMatch(digit -> digit >= '0' && digit <= '9');
    if (!isStatus) {
      throw new MalformedAnswerException("no status line");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(MAX_HEADER_BYTES); !line.isEmpty(); line = line(MAX_HEADER_BYTES)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private byte[] body(int status, Map<String, String> headers) throws IOException {
    if (status == NO_CONTENT || status == NOT_MODIFIED) {
      return new byte[0];
    }
    byte[] sent = sent(headers);
    return switch (headers.getOrDefault("content-encoding", "").toLowerCase(Locale.ROOT)) {
      case "", "identity" -> sent;
      case "gzip", "x-gzip" -> unpacked(sent);
      default -> throw new MalformedAnswerException("packed as nobody asked");
    };
  }

  private byte[] sent(Map<String, String> headers) throws IOException {
    String transfer = headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT);
    if (transfer.endsWith("chunked")) {
      return chunks();
    }
    String length = headers.getOrDefault("content-length", "");
    return length.isEmpty() ? limited(in) : exactly(number(length, 10));
  }

  private byte[] exactly(long length) throws IOException {
    if (length > maxBytes) {
      throw new TooLargeException();
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      if (whole.size() + size > maxBytes) {
        throw new TooLargeException();
      }
      whole.write(exactly(size));
      if (!line(MAX_CHUNK_LINE).isEmpty()) {
        throw new MalformedAnswerException("a chunk is longer than it says");
      }
    }
    return whole.toByteArray();
  }

  private long chunkSize() throws IOException {
    headerBytes = 0;
    String line = line(MAX_CHUNK_LINE);
    int end = line.indexOf(';');
    return number(end < 0 ? line.strip() : line.substring(0, end).strip(), 16);
  }

  private static long number(String text, int radix) throws IOException {
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= 15
            && text.chars().allMatch(digit -> digit < 128 && Character.digit(digit, radix) >= 0);
    if (!isNumber) {
      throw new MalformedAnswerException("a length that is no number");
    }
    return Long.parseLong(text, radix);
  }

  private byte[] unpacked(byte[] packed) throws IOException {
    if (packed.length == 0) {
      return packed;
    }
    try (InputStream gzip = new GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
      return limited(gzip);
    }
  }

  private byte[] limited(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw new TooLargeException();
    }
    return bytes;
  }

  private String line(int max) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      headerBytes++;
      if (next < 0) {
        throw new EOFException();
      }
      if (headerBytes > max) {
        throw new TooLargeException();
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
