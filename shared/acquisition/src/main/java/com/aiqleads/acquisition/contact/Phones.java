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
  private static final Pattern SERVICE_EXCHANGE = Pattern.compile("\\d{4}11\\d{4}");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D");

  private Phones() {}

  static Checked<Phone> check(String written) {
    if (written.length() > MAX_SPELLED_LENGTH) {
      return new Dropped<>(ContactRemark.PHONE_UNREADABLE);
    }
    String digits = SpelledDigits.replaced(written);
    if (REPEATED.matcher(NO_DIGIT.matcher(digits).replaceAll("")).matches()) {
      return new Dropped<>(ContactRemark.PHONE_REPEATED_DIGIT);
    }
    return parse(digits)
        .map(number -> check(number, !digits.equals(written)))
        .orElseGet(() -> new Dropped<>(ContactRemark.PHONE_UNREADABLE));
  }

  private static Checked<Phone> check(PhoneNumber number, boolean obfuscated) {
    String national = LIBRARY.getNationalSignificantNumber(number);
    boolean atHome = number.getCountryCode() == HOME_COUNTRY;
    if (atHome && FICTIONAL.matcher(national).matches()) {
      return new Dropped<>(ContactRemark.PHONE_FICTIONAL);
    }
    if (!LIBRARY.isValidNumber(number)
        || (atHome && SERVICE_EXCHANGE.matcher(national).matches())) {
      return new Dropped<>(ContactRemark.PHONE_INVALID);
    }
    if (LIBRARY.getNumberType(number) == PhoneNumberType.TOLL_FREE) {
      return new Dropped<>(ContactRemark.PHONE_TOLL_FREE);
    }
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
    return new Kept<>(new Phone(LIBRARY.format(number, PhoneNumberFormat.E164)), remarks);
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
