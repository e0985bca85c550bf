package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.delivery.Carrier.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads what follows the head of an answer, in parts, of a told length, or to the end: so much of
/// it as is wanted.
final class AnswerBody {

  private static final int HEXADECIMAL = 16;
  private static final int LONGEST_LINE = 100;
  private static final int NO_CONTENT = 204;

  private final InputStream in;

  private AnswerBody(InputStream in) {
    this.in = in;
  }

  static Answer read(Answer.Status head, InputStream in, int most) throws IOException {
    if (most == 0 || head.code() == NO_CONTENT) {
      return head;
    }
    AnswerBody body = new AnswerBody(in);
    boolean isInParts =
        head.headers().getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
    byte[] bytes =
        isInParts
            ? body.parts(most)
            : in.readNBytes(
                (int) Math.min(most, head.number("content-length").orElse((long) most)));
    return new Answer.Status(
        head.code(), head.headers(), new String(bytes, StandardCharsets.UTF_8));
  }

  private byte[] parts(int most) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int next = size();
    while (next > 0) {
      all.write(in.readNBytes(Math.min(next, most - all.size())));
      if (all.size() == most) {
        break;
      }
      line();
      next = size();
    }
    return all.toByteArray();
  }

  private int size() throws IOException {
    String line = line();
    int semicolon = line.indexOf(';');
    String digits = semicolon < 0 ? line : line.substring(0, semicolon);
    try {
      return Integer.parseUnsignedInt(digits.strip(), HEXADECIMAL);
    } catch (NumberFormatException _) {
      throw new AnswerHead.MalformedAnswerException();
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() == LONGEST_LINE) {
        throw new AnswerHead.MalformedAnswerException();
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }
}
