package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.address.AddressReading.Fault;
import com.aiqleads.acquisition.address.AddressReading.Normalised;
import com.aiqleads.acquisition.address.AddressReading.Unreadable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Normalises addresses in the manner of Publication 28: the same home, however spelled, has the
/// same street, unit and ZIP code. Two cities may share a ZIP code, so the city is kept as said.
public final class Addresses {

  private static final Pattern ZIP = Pattern.compile("\\s*(\\d{5})(?:-?\\d{4})?\\s*");

  private Addresses() {}

  public static AddressReading normalise(RawAddress written) {
    RawAddress raw = bounded(written);
    String line = streetOnly(raw);
    if (line.isEmpty()) {
      return new Unreadable(Fault.NO_ADDRESS);
    }
    List<String> words = AddressWords.of(line);
    if (NoHome.hasNoLetter(words) || NoHome.isMeasure(words)) {
      return new Unreadable(Fault.NO_ADDRESS);
    }
    Optional<Street> street = Street.parse(line);
    if (street.isEmpty()) {
      return new Unreadable(NoHome.faultOf(line, words));
    }
    return street.get().isPostBox() ? new Unreadable(Fault.POST_BOX) : withPlace(street.get(), raw);
  }

  /// Of an address that stands in one text: `12 Any Terr #4Miami, FL 33137`.
  public static AddressReading normalise(String whole) {
    return normalise(split(whole));
  }

  /// Takes an address apart that stands in one text, as far as its parts can be told.
  public static RawAddress split(String whole) {
    return WholeLine.split(whole);
  }

  /// Some sites put all of it where the street belongs.
  private static RawAddress bounded(RawAddress written) {
    boolean whole = isBlank(written.city()) && isBlank(written.state()) && isBlank(written.zip());
    String street = written.street();
    if (whole && street != null && !street.isBlank()) {
      RawAddress split = split(street);
      return split.zip() == null && split.state() == null ? fields(written) : split;
    }
    return fields(written);
  }

  private static RawAddress fields(RawAddress written) {
    return new RawAddress(
        line(written.street()), line(written.city()), line(written.state()), line(written.zip()));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /// What is longer than any line of an address is none.
  private static @Nullable String line(@Nullable String text) {
    return text == null || text.length() > StreetParser.MAX_LENGTH ? null : text;
  }

  private static AddressReading withPlace(Street street, RawAddress raw) {
    String city = Cities.normalised(raw.city());
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
}
