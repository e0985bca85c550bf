package com.aiqleads.marketplace.managewallet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Lines of text as a PDF 1.4 of A4 pages, in a font that every reader has and in which all letters
/// are of one width: nothing has to be measured or shipped. The first line stands on every page.
final class PdfText {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int LINES_OF_A_PAGE = 62;
  private static final int HEIGHT = 842;
  private static final int WIDTH = 595;
  private static final int MARGIN = 42;
  private static final int TOP = HEIGHT - 54;
  private static final int LEADING = 12;
  private static final int SIZE = 8;
  private static final int FIRST_PAGE = 4;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();

  private PdfText() {}

  static byte[] of(String title, List<String> lines) {
    return new PdfText().write(title, lines);
  }

  private byte[] write(String title, List<String> lines) {
    List<List<String>> pages = pages(lines);
    text("%PDF-1.4\n");
    begin("<< /Type /Catalog /Pages 2 0 R /Lang (en) >>\nendobj\n");
    StringBuilder kids = new StringBuilder();
    for (int page = 0; page < pages.size(); page++) {
      kids.append(FIRST_PAGE + 2 * page).append(" 0 R ");
    }
    begin("<< /Type /Pages /Kids [ %s] /Count %d >>\nendobj\n".formatted(kids, pages.size()));
    begin(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>\nendobj\n");
    for (int page = 0; page < pages.size(); page++) {
      String head = "%s, page %d of %d".formatted(title, page + 1, pages.size());
      page(head, pages.get(page));
    }
    end();
    return out.toByteArray();
  }

  private static List<List<String>> pages(List<String> lines) {
    List<List<String>> pages = new ArrayList<>();
    for (int from = 0; from < Math.max(1, lines.size()); from += LINES_OF_A_PAGE) {
      pages.add(lines.subList(from, Math.min(lines.size(), from + LINES_OF_A_PAGE)));
    }
    return pages;
  }

  private void page(String head, List<String> lines) {
    int content = places.size() + 2;
    begin(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >>\nendobj\n"
            .formatted(WIDTH, HEIGHT, content));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(ascii("BT /F %d Tf %d TL %d %d Td\n".formatted(SIZE, LEADING, MARGIN, TOP)));
    show(text, head);
    show(text, "");
    lines.forEach(line -> show(text, line));
    text.writeBytes(ascii("ET\n"));
    begin("<< /Length %d >>\nstream\n".formatted(text.size()));
    out.writeBytes(text.toByteArray());
    text("endstream\nendobj\n");
  }

  private static void show(ByteArrayOutputStream text, String line) {
    text.write('(');
    for (byte letter : letters(line)) {
      if (letter == '(' || letter == ')' || letter == '\\') {
        text.write('\\');
      }
      text.write(letter);
    }
    text.writeBytes(ascii(") Tj T*\n"));
  }

  /// Those that the font does not have, and what is no letter, become question marks.
  private static byte[] letters(String line) {
    CharsetEncoder encoder =
        WINDOWS
            .newEncoder()
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(new byte[] {'?'});
    try {
      ByteBuffer encoded = encoder.encode(CharBuffer.wrap(line.replaceAll("\\p{Cntrl}", "?")));
      byte[] letters = new byte[encoded.remaining()];
      encoded.get(letters);
      return letters;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("what cannot be written is replaced", e);
    }
  }

  private void begin(String object) {
    places.add(out.size());
    text("%d 0 obj\n%s".formatted(places.size(), object));
  }

  private void end() {
    int table = out.size();
    text("xref\n0 %d\n0000000000 65535 f \n".formatted(places.size() + 1));
    places.forEach(place -> text("%010d 00000 n \n".formatted(place)));
    text(
        "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(places.size() + 1, table));
  }

  private void text(String text) {
    out.writeBytes(ascii(text));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
