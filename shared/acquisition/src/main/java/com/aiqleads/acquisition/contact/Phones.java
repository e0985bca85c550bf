package com.aiqleads.acquisition.contact;

import com.aiqleads.acquisition.contact.Checked.Dropped;
import com.aiqleads.acquisition.contact.Checked.Kept;
import com.aiqleads.kernel.Phone;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which written numbers can be dialled. libphonenumber knows the patterns; that a number is alive,
/// mobile, or still with the same person, nobody can tell from its digits.
final class Phones {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String HOME_REGION = "US";
  private static final int HOME_COUNTRY = 1;
  private static final int MAX_LENGTH = 80;
  private static final int MAX_SPELLED_LENGTH = 200;
  private static final Pattern FICTIONAL = Pattern.compile("\\d{3}55501\\d{2}");
  private static final Pattern REPEATED = Pattern.compile("1?(\\d)\\1{9}");

  /// Area code and exchange begin with 2 to 9 and are no service code such as 911.
  private static final Pattern NORTH_AMERICAN =
      Pattern.compile("[2-9](?!11)\\d{2}[2-9](?!11)\\d{6}");

  /// What stands between spelled digits; the library would take the comma for a pause.
  private static final Pattern NO_SEPARATOR = Pattern.compile("[,*_~•·]");

  private static final Pattern NO_DIGIT = Pattern.compile("\\D");

  private Phones() {}

  static Checked<Phone> check(String written) {
    if (written.length() > MAX_SPELLED_LENGTH) {
      return new Dropped<>(ContactRemark.PHONE_UNREADABLE);
    }
    SpelledDigits read = SpelledDigits.of(written);
    boolean obfuscated = read.hidden(0, read.text().length()) > 0;
    String digits = obfuscated ? NO_SEPARATOR.matcher(read.text()).replaceAll(" ") : read.text();
    if (REPEATED.matcher(NO_DIGIT.matcher(digits).replaceAll("")).matches()) {
      return new Dropped<>(ContactRemark.PHONE_REPEATED_DIGIT);
    }
    return parse(digits)
        .map(number -> check(number, obfuscated))
        .orElseGet(() -> new Dropped<>(ContactRemark.PHONE_UNREADABLE));
  }

  private static Checked<Phone> check(PhoneNumber number, boolean obfuscated) {
    String national = LIBRARY.getNationalSignificantNumber(number);
    boolean atHome = number.getCountryCode() == HOME_COUNTRY;
    if (atHome && FICTIONAL.matcher(national).matches()) {
      return new Dropped<>(ContactRemark.PHONE_FICTIONAL);
    }
    if (!LIBRARY.isValidNumber(number) || (atHome && !NORTH_AMERICAN.matcher(national).matches())) {
      return new Dropped<>(ContactRemark.PHONE_INVALID);
    }
    PhoneNumberType type = LIBRARY.getNumberType(number);
    if (type == PhoneNumberType.TOLL_FREE || type == PhoneNumberType.PREMIUM_RATE) {
      return new Dropped<>(
          type == PhoneNumberType.TOLL_FREE
              ? ContactRemark.PHONE_TOLL_FREE
              : ContactRemark.PHONE_PREMIUM);
    }
    return new Kept<>(
        new Phone(LIBRARY.format(number, PhoneNumberFormat.E164)),
        doubts(number, obfuscated, atHome));
  }

  private static List<ContactRemark> doubts(
      PhoneNumber number, boolean obfuscated, boolean atHome) {
    List<ContactRemark> remarks = new ArrayList<>();
    if (obfuscated) {
      remarks.add(ContactRemark.PHONE_OBFUSCATED);
    }
    if (number.hasExtension()) {
      remarks.add(ContactRemark.PHONE_EXTENSION);
    }
    if (!atHome) {
      remarks.add(ContactRemark.PHONE_FOREIGN);
    }
    return remarks;
  }

  private static Optional<PhoneNumber> parse(String text) {
    try {
      return text.length() > MAX_LENGTH
          ? Optional.empty()
          : Optional.of(LIBRARY.parse(text, HOME_REGION));
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }
}
