package com.aiqleads.local.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// Draws the homes of a seed, one after another.
final class World {

  private static final List<Metro> METROS = List.of(Metro.values());
  private static final int OLDEST_DAYS = 180;
  private static final int BOTH_SITES_PERCENT = 20;
  private static final int FSBO_ONLY_PERCENT = 42;
  private static final int PHONE_IN_TEXT_PERCENT = 75;
  private static final double SPREAD_DEGREES = 0.018;

  private final SplittableRandom random;
  private final LocalDate today;
  private final Map<String, List<ZipArea>> areasByState =
      ZipArea.all().stream().collect(Collectors.groupingBy(ZipArea::state));
  private final Set<String> taken = new HashSet<>();

  private World(long seed, LocalDate today) {
    this.random = new SplittableRandom(seed);
    this.today = today;
  }

  static List<Home> drawn(long seed, int size) {
    return drawn(seed, size, Sandbox.DEFAULT_DAY);
  }

  static List<Home> drawn(long seed, int size, LocalDate today) {
    World world = new World(seed, today);
    List<Home> homes = new ArrayList<>(size);
    Tricks tricks = new Tricks(seed, homes);
    while (homes.size() < size) {
      Home home = world.home(homes.size());
      if (world.taken.add(home.place().area().zip() + Spelling.SHORT.of(home))) {
        homes.add(tricks.played(home));
      }
    }
    return List.copyOf(homes);
  }

  /// Another order of draws would be another world.
  private Home home(int number) {
    Metro metro = METROS.get(number % METROS.size());
    ZipArea area = any(areasByState.getOrDefault(metro.state, List.of()));
    PropertyKind kind = kind();
    int squareFeet = kind.minSquareFeet + random.nextInt(kind.maxSquareFeet - kind.minSquareFeet);
    int bedrooms = Math.clamp(squareFeet / 600 + random.nextInt(2), 1, 7);
    Flaw flaw = Flaw.drawn(random.nextInt(1000));
    Owner owner = owner(metro, flaw);
    int houseNumber = 100 + random.nextInt(18_900);
    Street street = street(metro);
    String unit = kind == PropertyKind.CONDO ? unit() : "";
    Rooms rooms = rooms(kind, bedrooms, squareFeet);
    int dollars = flaw == Flaw.NO_PRICE ? 0 : price(metro, squareFeet);
    double latitude = area.latitude() + spread();
    double longitude = area.longitude() + spread();
    return new Home(
        number,
        new Place(metro, area, houseNumber, street, unit, latitude, longitude),
        rooms,
        dollars,
        today.minusDays(age(random.nextInt(OLDEST_DAYS))),
        owner,
        description(metro, owner, flaw),
        channel(),
        flaw,
        new Seller(Trick.NONE, "", number, number));
  }

  private Rooms rooms(PropertyKind kind, int bedrooms, int squareFeet) {
    return new Rooms(
        kind,
        bedrooms,
        1 + random.nextInt(2 * bedrooms) / 2.0,
        squareFeet,
        kind == PropertyKind.CONDO ? 0 : squareFeet * (2 + random.nextInt(5)),
        1926 + random.nextInt(99));
  }

  /// Most homes are sold before they are old: half of them are here for less than a month.
  private static int age(int drawn) {
    return drawn * drawn * drawn / (OLDEST_DAYS * OLDEST_DAYS);
  }

  private PropertyKind kind() {
    int draw = random.nextInt(100);
    return draw < 55
        ? PropertyKind.HOUSE
        : draw < 80
            ? PropertyKind.CONDO
            : draw < 94 ? PropertyKind.TOWNHOUSE : PropertyKind.MULTI_FAMILY;
  }

  private Home.Channel channel() {
    int draw = random.nextInt(100);
    return draw < BOTH_SITES_PERCENT
        ? Home.Channel.BOTH
        : draw < BOTH_SITES_PERCENT + FSBO_ONLY_PERCENT
            ? Home.Channel.FSBO
            : Home.Channel.FOR_SALE_BY_OWNER;
  }

  private Street street(Metro metro) {
    boolean numbered = random.nextInt(100) < 40;
    String name = numbered ? ordinal(2 + random.nextInt(140)) : any(Words.STREET_NAMES);
    return new Street(any(metro.directions()), name, any(Arrays.asList(Street.Suffix.values())));
  }

  private String unit() {
    return random.nextBoolean()
        ? String.valueOf(100 * (1 + random.nextInt(30)) + random.nextInt(1, 20))
        : (1 + random.nextInt(12)) + String.valueOf((char) ('A' + random.nextInt(6)));
  }

  private int price(Metro metro, int squareFeet) {
    double dollars = squareFeet * metro.dollarsPerSquareFoot * (0.75 + random.nextDouble() * 0.6);
    int thousands = (int) Math.round(dollars / 1000);
    return thousands * 1000 - (random.nextBoolean() ? 100 : 0);
  }

  private Owner owner(Metro metro, Flaw flaw) {
    String first = any(Words.FIRST_NAMES);
    String last = any(Words.LAST_NAMES);
    String exchange = flaw == Flaw.FICTIONAL_PHONE ? "555" : random.nextBoolean() ? "958" : "959";
    int line = flaw == Flaw.FICTIONAL_PHONE ? 100 + random.nextInt(100) : random.nextInt(10_000);
    String mailName =
        (first + "." + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "").replace("..", ".");
    String mail = mailName + random.nextInt(1000) + "@" + any(Words.MAIL_DOMAINS);
    return new Owner(
        first + " " + last,
        any(metro.areaCodes()) + exchange + String.format(Locale.ROOT, "%04d", line),
        flaw == Flaw.BROKEN_EMAIL ? mail.replace("@", random.nextBoolean() ? " at " : "@@") : mail);
  }

  private String description(Metro metro, Owner owner, Flaw flaw) {
    String text = any(Words.OPENINGS) + " " + any(Words.MIDDLES) + " " + any(Words.MIDDLES);
    int oddity = random.nextInt(300);
    if (oddity == 0) {
      text += " <b>\"As is\"</b> '; DROP TABLE homes; -- <script>alert('hello')</script>";
    }
    boolean phoneInText = random.nextInt(100) < PHONE_IN_TEXT_PERCENT && flaw != Flaw.NO_CONTACT;
    return phoneInText
        ? text
            + " Call or text "
            + owner.phoneAs(random.nextInt(4))
            + ", "
            + metro.city
            + " buyers only, no agents."
        : text;
  }

  private double spread() {
    double degrees = (random.nextDouble() - 0.5) * SPREAD_DEGREES;
    return Math.round(degrees * 1e6) / 1e6;
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String ordinal(int number) {
    int lastTwo = number % 100;
    String ending =
        lastTwo >= 11 && lastTwo <= 13
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + ending;
  }
}
