package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.matching.Home;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a person's phone numbers and mail addresses look in clear text, in a form that both Java and
/// PostgreSQL read.
record Traces(List<String> patterns, List<Pattern> compiled, List<AtHome> homes) {

  /// What people and pages put between the digits of a number.
  private static final String GAP = "[^0-9a-z]{0,3}";

  private static final String COUNTRY = "+1";

  static Traces of(Person person) {
    List<String> patterns =
        Stream.concat(
                person.phones().stream().map(Traces::pattern),
                person.emails().stream().map(Traces::pattern))
            .toList();
    return new Traces(
        patterns,
        patterns.stream().map(one -> Pattern.compile(one, Pattern.CASE_INSENSITIVE)).toList(),
        person.addresses().stream().map(AtHome::of).toList());
  }

  /// A home in a text: its number and its street near each other, and its ZIP code anywhere.
  ///
  /// @param door behind the street, or that none is there if the home has none
  record AtHome(Pattern street, String zip, Pattern door) {

    private static final String NO_UNIT =
        "(?!.*(#|[^a-z](apt|unit|ste|suite|rm|lot|spc|trlr|bldg)[^a-z0-9]*[0-9a-z])).*";

    static AtHome of(Address address) {
      Home home = Home.at(address);
      String words = Stream.of(home.name().split(" ")).collect(Collectors.joining("[^a-z0-9]+"));
      return new AtHome(
          Pattern.compile(
              "(^|[^0-9])" + home.number() + "[^a-z0-9]+([a-z]+[^a-z0-9]+){0,2}" + words,
              Pattern.CASE_INSENSITIVE),
          home.zip(),
          Pattern.compile(door(home.door()), Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    private static String door(String door) {
      return door.isEmpty()
          ? NO_UNIT
          : ".*(^|[^a-z0-9])" + String.join("[^a-z0-9]+", door.split(" ")) + "($|[^a-z0-9]).*";
    }

    /// Not only the house.
    boolean isDoorIn(String text) {
      Matcher found = street.matcher(text);
      return text.contains(zip)
          && found.find()
          && door.matcher(text.substring(found.end())).matches();
    }

    /// For one expression: the ZIP code comes last, in addresses of pages as in those of letters.
    String pattern() {
      return street.pattern() + ".*" + zip;
    }

    boolean in(String text) {
      return text.contains(zip) && street.matcher(text).find();
    }
  }

  List<String> withHomes() {
    return Stream.concat(patterns.stream(), homes.stream().map(AtHome::pattern)).toList();
  }

  /// Also by home: of other pages too many go rather than too few.
  boolean anyIn(String page) {
    return in(page) || homes.stream().anyMatch(home -> home.in(page));
  }

  /// By contact, or by the very door: what is refused from then on is refused for good.
  boolean areIn(String page) {
    return in(page) || homes.stream().anyMatch(home -> home.isDoorIn(page));
  }

  boolean in(String text) {
    return compiled.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  /// Without the country: sellers leave it out.
  private static String pattern(Phone phone) {
    String number = phone.e164();
    String digits = number.substring(number.startsWith(COUNTRY) ? COUNTRY.length() : 1);
    return digits.chars().mapToObj(Character::toString).collect(Collectors.joining(GAP))
        + "($|[^0-9])";
  }

  /// Also with its sign as in an address or in a page's source.
  private static String pattern(Email email) {
    String address = email.address();
    int at = address.lastIndexOf('@');
    return quoted(address.substring(0, at)) + "(@|%40|&#64;|&#x40;)" + quoted(email.domain());
  }

  private static String quoted(String text) {
    return text.chars()
        .mapToObj(sign -> Character.isLetterOrDigit(sign) ? "" + (char) sign : "[" + escaped(sign))
        .collect(Collectors.joining());
  }

  private static String escaped(int sign) {
    return (sign == '^' ? "\\^" : Character.toString(sign)) + "]";
  }

  @Override
  public String toString() {
    return patterns.size() + " traces";
  }
}
