package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.RawAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes an address apart that stands in one text, with commas or without, and even run together:
/// from its end come country, ZIP code and state, then the city, and what is left is the street.
final class WholeLine {

  static final int MAX_LENGTH = 300;

  private static final Pattern BREAKS = Pattern.compile("[\\r\\n]++");
  private static final Pattern COUNTRY =
      Pattern.compile(
          "[,\\s]++(?:USA|U\\.S\\.A?\\.?|United States(?: of America)?)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ZIP = Pattern.compile("(?<![\\d#-])(\\d{3,5})(?:-?\\d{4})?$");
  private static final Pattern SEAM =
      Pattern.compile("(?<!\\bMc)(?<!\\bMac)(?<=[a-z0-9.])(?=[A-Z][a-z])");
  private static final Pattern SPACES = Pattern.compile("\\s++");
  private static final int LONGEST_STATE = 3;

  private WholeLine() {}

  static RawAddress split(String text) {
    if (text.length() > MAX_LENGTH) {
      return RawAddress.UNKNOWN;
    }
    String line = trimmed(BREAKS.matcher(text).replaceAll(", "));
    String home = trimmed(COUNTRY.matcher(line).replaceFirst(""));
    Matcher zip = ZIP.matcher(home);
    boolean hasZip = zip.find();
    String beforeZip = hasZip ? trimmed(home.substring(0, zip.start())) : home;
    Optional<Tail> state = state(beforeZip);
    String before = state.map(Tail::before).orElse(beforeZip);
    String zipCode = hasZip ? zip.group(1) : null;
    return withCity(before, state.map(Tail::text).orElse(null), zipCode);
  }

  /// What stands at the end, and what stands before it.
  private record Tail(String before, String text) {}

  private static Optional<Tail> state(String line) {
    String[] words = SPACES.split(line);
    for (int count = Math.min(LONGEST_STATE, words.length); count > 0; count--) {
      String spelled =
          String.join(" ", Arrays.asList(words).subList(words.length - count, words.length));
      int comma = spelled.lastIndexOf(',');
      Optional<String> code = comma >= 0 ? Optional.empty() : States.code(spelled);
      if (code.isPresent()) {
        String rest = String.join(" ", Arrays.asList(words).subList(0, words.length - count));
        return Optional.of(new Tail(trimmed(rest), code.get()));
      }
    }
    return Optional.empty();
  }

  private static RawAddress withCity(String line, @Nullable String state, @Nullable String zip) {
    Optional<String> known = Gazetteer.cityOf(zip).filter(city -> endsWith(line, city));
    if (known.isPresent()) {
      return at(line, line.length() - known.get().length(), state, zip);
    }
    int comma = line.lastIndexOf(',');
    if (comma >= 0 && isCity(line.substring(comma + 1))) {
      return at(line, comma, state, zip);
    }
    int seam = seam(line, Math.max(comma, 0));
    return seam > 0 ? at(line, seam, state, zip) : inWords(line, state, zip);
  }

  /// `12 Main StreetMiami`: a capital within a word, behind what may end a street; 0 if there is
  /// none.
  private static int seam(String line, int from) {
    Matcher seam = SEAM.matcher(line);
    for (boolean found = seam.find(from); found; found = seam.find()) {
      List<String> before = AddressWords.of(line.substring(0, seam.start()));
      String last = before.isEmpty() ? "" : before.getLast();
      if (before.size() > 1
          && (StreetWords.suffix(last) != null
              || StreetWords.directional(last) != null
              || AddressWords.hasDigit(last))) {
        return seam.start();
      }
    }
    return 0;
  }

  private static boolean endsWith(String line, String city) {
    return line.toUpperCase(Locale.ROOT).endsWith(city) && line.length() > city.length();
  }

  /// `Key West` is one, `Lower Level` is not.
  private static boolean isCity(String text) {
    List<String> words = AddressWords.of(text);
    return !words.isEmpty()
        && words.stream().noneMatch(AddressWords::hasDigit)
        && !words.stream().allMatch(Unit::isDesignator)
        && !Unit.startsAt(words, 0, true);
  }

  private static RawAddress at(String line, int end, @Nullable String state, @Nullable String zip) {
    return new RawAddress(
        trimmed(line.substring(0, end)), trimmed(line.substring(end)), state, zip);
  }

  /// Without a mark between street and city, the words themselves must say where it ends.
  private static RawAddress inWords(String line, @Nullable String state, @Nullable String zip) {
    List<String> written = new ArrayList<>(List.of(SPACES.split(line)));
    List<String> words = new ArrayList<>();
    for (String word : written) {
      List<String> plain = AddressWords.of(word);
      words.add(plain.isEmpty() ? "" : String.join("", plain));
    }
    int end = StreetEnd.of(words);
    String city = String.join(" ", written.subList(end, written.size()));
    return new RawAddress(
        trimmed(String.join(" ", written.subList(0, end))),
        city.isEmpty() ? null : trimmed(city),
        state,
        zip);
  }

  private static String trimmed(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isMark(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && isMark(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean isMark(char character) {
    return character == ',' || character <= ' ' || character == '\u00a0';
  }
}
