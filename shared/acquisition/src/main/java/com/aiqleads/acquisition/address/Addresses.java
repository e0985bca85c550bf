package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.address.AddressReading.Fault;
import com.aiqleads.acquisition.address.AddressReading.Normalised;
import com.aiqleads.acquisition.address.AddressReading.Unreadable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Normalises addresses in the manner of Publication 28: the same home, however spelled, has the
/// same street, unit and ZIP code. Two cities may share a ZIP code's names, so the city is kept as
/// said.
public final class Addresses {

  private static final int MAX_LINE_LENGTH = 200;
  private static final Pattern ZIP = Pattern.compile("\\s*(\\d{5})(?:-?\\d{4})?\\s*");
  private static final Pattern NO_CITY_LETTER = Pattern.compile("[^A-Z -]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Addresses() {}

  public static AddressReading normalise(RawAddress written) {
    RawAddress raw =
        new RawAddress(
            line(written.street()),
            line(written.city()),
            line(written.state()),
            line(written.zip()));
    String line = streetOnly(raw);
    if (line.isEmpty()) {
      return new Unreadable(Fault.NO_ADDRESS);
    }
    Optional<Street> street = Street.parse(line);
    if (street.isEmpty()) {
      return new Unreadable(Fault.NO_HOUSE_NUMBER);
    }
    if (street.get().isBox()) {
      return new Unreadable(Fault.POST_BOX);
    }
    return withPlace(street.get(), raw);
  }

  /// What is longer than any line of an address is none; some steps below would take the square of
  /// its length.
  private static @Nullable String line(@Nullable String text) {
    return text == null || text.length() > MAX_LINE_LENGTH ? null : text;
  }

  private static AddressReading withPlace(Street street, RawAddress raw) {
    String city = city(raw.city());
    Optional<String> state = States.code(raw.state());
    Matcher zip = ZIP.matcher(raw.zip() == null ? "" : raw.zip());
    if (!zip.matches()) {
      return new Unreadable(Fault.NO_ZIP);
    }
    if (state.isEmpty()) {
      return new Unreadable(Fault.NO_STATE);
    }
    return city.isEmpty()
        ? new Unreadable(Fault.NO_CITY)
        : new Normalised(
            new Address(street.text(), street.unit(), city, state.get(), zip.group(1)));
  }

  /// Some sites repeat the city behind the street.
  private static String streetOnly(RawAddress raw) {
    String line = raw.street() == null ? "" : raw.street().strip();
    String city = raw.city() == null ? "" : raw.city().strip();
    int repeated =
        city.isEmpty()
            ? -1
            : line.toLowerCase(Locale.ROOT).indexOf(", " + city.toLowerCase(Locale.ROOT));
    return repeated > 0 ? line.substring(0, repeated) : line;
  }

  private static String city(@Nullable String text) {
    String upper =
        MARKS
            .matcher(Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toUpperCase(Locale.ROOT)
            .replace("'", "");
    return SPACES.matcher(NO_CITY_LETTER.matcher(upper).replaceAll(" ")).replaceAll(" ").strip();
  }
}
