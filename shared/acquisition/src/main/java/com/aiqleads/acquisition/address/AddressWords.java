package com.aiqleads.acquisition.address;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a line in capitals and plain letters, without the marks that mean nothing:
/// `123½ O'Brien St., #4` is `123`, `1/2`, `OBRIEN`, `ST`, `#`, `4`. One pass over the text.
final class AddressWords {

  private static final Pattern FRACTION = Pattern.compile("[¼-¾⅐-⅞]");
  private static final char FRACTION_SLASH = '\u2044';

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  /// Letters since the last dot or the begin of the word: `N.W.` is one word, `St.Clair` are two.
  private int run;

  private boolean joins;

  private AddressWords(String text) {
    this.text = text;
  }

  static List<String> of(String line) {
    String spaced = FRACTION.matcher(line).replaceAll(" $0 ");
    String plain = Normalizer.normalize(spaced, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
    return new AddressWords(plain).split();
  }

  private List<String> split() {
    for (int index = 0; index < text.length(); index++) {
      take(text.charAt(index), index);
    }
    end();
    return words;
  }

  private void take(char character, int index) {
    switch (character) {
      case '.' -> dot(index);
      case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> hyphen(index);
      case '/', FRACTION_SLASH -> slash(index);
      case '\'', '\u2019', '\u2018', '`', '"' -> {}
      case '#' -> alone("#");
      case '&' -> alone("AND");
      case '@' -> alone("AT");
      default -> {
        if (isOfWords(character)) {
          word.append(character);
          run++;
        } else if (Character.getType(character) != Character.NON_SPACING_MARK) {
          end();
        }
      }
    }
  }

  private void dot(int index) {
    if (isDigit(index - 1) && isDigit(index + 1)) {
      word.append('.');
    } else if (run > 1) {
      end();
    }
    run = 0;
  }

  private void slash(int index) {
    if (isDigit(index - 1) && isDigit(index + 1)) {
      word.append('/');
    } else {
      end();
    }
  }

  private void hyphen(int index) {
    if (isOfWords(index - 1) && isOfWords(index + 1)) {
      word.append('-');
      run = 0;
      return;
    }
    end();
    joins = words.size() == 1 && isNumber(words.getFirst());
  }

  private void alone(String mark) {
    end();
    words.add(mark);
  }

  /// `112 - 10` is the number `112-10`.
  private void end() {
    if (word.isEmpty()) {
      return;
    }
    String ended = word.toString();
    word.setLength(0);
    run = 0;
    if (joins && isNumber(ended)) {
      words.set(0, words.getFirst() + "-" + ended);
    } else {
      words.add(ended);
    }
    joins = false;
  }

  static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(each -> each >= '0' && each <= '9');
  }

  static boolean hasDigit(String word) {
    return word.chars().anyMatch(each -> each >= '0' && each <= '9');
  }

  private boolean isDigit(int index) {
    return index >= 0
        && index < text.length()
        && text.charAt(index) >= '0'
        && text.charAt(index) <= '9';
  }

  private boolean isOfWords(int index) {
    return index >= 0 && index < text.length() && isOfWords(text.charAt(index));
  }

  private static boolean isOfWords(char character) {
    return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
  }
}
