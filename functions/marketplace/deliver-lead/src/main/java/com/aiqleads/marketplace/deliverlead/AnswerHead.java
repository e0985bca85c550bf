package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.delivery.Carrier.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads how a server answered: its status and headers. A server may send what it likes, so no more
/// than a few lines are read.
final class AnswerHead {

  private static final int MOST_BYTES = 16 * 1024;
  private static final int FIRST_FINAL = 200;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");

  private final InputStream in;
  private int left = MOST_BYTES;

  private AnswerHead(InputStream in) {
    this.in = in;
  }

  static Answer.Status read(InputStream in) throws IOException {
    return new AnswerHead(in).read();
  }

  /// It is not what HTTP/1.1 says.
  static final class MalformedAnswerException extends IOException {
    private static final long serialVersionUID = 1;
  }

  private Answer.Status read() throws IOException {
    int status = status();
    Map<String, String> headers = headers();
    while (status < FIRST_FINAL) {
      status = status();
      headers = headers();
    }
    return new Answer.Status(status, headers, "");
  }

  private int status() throws IOException {
    Matcher status = STATUS.matcher(line());
    if (!status.matches()) {
      throw new MalformedAnswerException();
    }
    return Integer.parseInt(status.group(1));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || --left < 0) {
        throw new MalformedAnswerException();
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }
}
