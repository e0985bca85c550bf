package com.aiqleads.acquisition.corpus;

import com.aiqleads.acquisition.corpus.MarketMaker.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Writes advertisements of homes as people do: in the form of the site, with gaps and slips.
final class Pen {

  private static final Map<String, String> SHORT =
      Map.of(
          "Street", "St",
          "Avenue", "Ave",
          "Drive", "Dr",
          "Road", "Rd",
          "Lane", "Ln",
          "Court", "Ct",
          "Boulevard", "Blvd",
          "Place", "Pl",
          "Way", "Way",
          "Terrace", "Ter");
  private static final Map<String, String> WHOLE =
      Map.of(
          "N",
          "North",
          "S",
          "South",
          "E",
          "East",
          "W",
          "West",
          "SW",
          "Southwest",
          "NE",
          "Northeast");
  private static final String[] SITES = {"fsbo", "forsalebyowner", "craigslist", "zillow"};

  private final Random random;

  Pen(long seed) {
    random = new Random(seed);
  }

  /// All that is advertised of a home: on several sites, and again on one.
  List<Written> advertisements(Home home) {
    List<Written> all = new ArrayList<>();
    int copies = copies();
    long price = home.price();
    int set = random.nextInt(1 << 30);
    int first = random.nextInt(SITES.length);
    for (int copy = 0; copy < copies; copy++) {
      price = price(price);
      boolean again = copy > 0 && chance(25);
      String site = again ? all.getLast().site() : SITES[(first + copy) % SITES.length];
      set = again && chance(70) ? set : random.nextInt(1 << 30);
      all.add(written(home, site, price, set));
    }
    return all;
  }

  private int copies() {
    int dice = random.nextInt(100);
    return dice < 45 ? 1 : dice < 72 ? 2 : dice < 87 ? 3 : dice < 95 ? 4 : 5 + random.nextInt(3);
  }

  /// Mostly the same, else lowered, at times by much, hardly ever raised.
  private long price(long before) {
    int dice = random.nextInt(100);
    double factor =
        dice < 70
            ? 1
            : dice < 90
                ? 1 - random.nextDouble() * 0.09
                : dice < 96 ? 0.65 + random.nextDouble() * 0.25 : 1 + random.nextDouble() * 0.06;
    return factor == 1 ? before : Math.round(before * factor / 500) * 500;
  }

  private Written written(Home home, String site, long price, int set) {
    int exactness = chance(62) ? 0 : chance(75) ? 1 : 2;
    double blur = exactness == 0 ? 0.0001 : exactness == 1 ? 0.0012 : 0.03;
    return new Written(
        home.number(),
        site,
        number(home),
        street(home),
        chance(6) ? home.city().toUpperCase(Locale.ROOT) : home.city(),
        home.state(),
        chance(2) ? nextZip(home.zip()) : home.zip(),
        home.latitude() + random.nextGaussian() * blur,
        home.longitude() + random.nextGaussian() * blur,
        exactness,
        chance(60) ? home.seller().name() : null,
        phones(home),
        chance(22) ? List.of(home.seller().email()) : List.of(),
        chance(15) ? "" : home.kind(),
        rooms(home.bedrooms()),
        chance(25) ? 0 : baths(home.bathrooms()),
        area(home.areaSqft()),
        chance(50) ? 0 : home.yearBuilt() + (chance(2) ? 1 : 0),
        chance(2) ? 0 : price,
        photos(site, set),
        home.hasMlsNumber() && chance(50) ? "A" + (11_000_000 + home.number()) : null,
        random.nextInt(60));
  }

  private String number(Home home) {
    if (!chance(1) || home.house().length() < 3) {
      return home.house();
    }
    char[] digits = home.house().toCharArray();
    char last = digits[digits.length - 1];
    digits[digits.length - 1] = digits[digits.length - 2];
    digits[digits.length - 2] = last;
    return digits[0] == '0' ? home.house() : new String(digits);
  }

  private String street(Home home) {
    StringBuilder line = new StringBuilder();
    if (!home.direction().isEmpty() && !chance(9)) {
      line.append(chance(20) ? WHOLE.get(home.direction()) : home.direction()).append(' ');
    }
    line.append(chance(2) ? misspelt(home.name()) : home.name());
    if (!chance(4)) {
      line.append(' ').append(chance(55) ? SHORT.get(home.suffix()) : home.suffix());
    }
    return line + unit(home);
  }

  /// Left out by one in eight, written in six ways by the others.
  private String unit(Home home) {
    if (home.unit().isEmpty() || chance(12)) {
      return "";
    }
    String door = home.unit();
    String dashed = door.length() == 2 ? door.charAt(0) + "-" + door.charAt(1) : door;
    return switch (random.nextInt(6)) {
      case 0 -> " Apt " + door;
      case 1 -> " #" + door;
      case 2 -> ", Unit " + door;
      case 3 -> " Apt. " + dashed;
      case 4 -> " # " + door.toLowerCase(Locale.ROOT);
      default -> " Unit " + dashed;
    };
  }

  private String misspelt(String name) {
    int at = 1 + random.nextInt(Math.max(1, name.length() - 2));
    return switch (random.nextInt(3)) {
      case 0 -> name.substring(0, at) + name.substring(at + 1);
      case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
      default ->
          name.substring(0, at - 1)
              + name.charAt(at)
              + name.charAt(at - 1)
              + name.substring(at + 1);
    };
  }

  private static String nextZip(String zip) {
    return String.valueOf(Integer.parseInt(zip) + 1);
  }

  /// Half of them name one; some that of an office, that no list of ours knows.
  private List<String> phones(Home home) {
    if (chance(45)) {
      return List.of();
    }
    String own = home.seller().phone();
    return chance(4)
        ? List.of(own.substring(0, own.length() - 4) + (1000 + random.nextInt(9000)))
        : List.of(own);
  }

  private int rooms(int bedrooms) {
    if (chance(8)) {
      return 0;
    }
    return chance(2) ? bedrooms + 1 : bedrooms;
  }

  private double baths(double bathrooms) {
    return chance(6) ? Math.floor(bathrooms) : bathrooms;
  }

  private int area(int sqft) {
    if (chance(25)) {
      return 0;
    }
    if (chance(20)) {
      return Math.round(sqft / 50f) * 50;
    }
    return chance(3) ? sqft + 150 + random.nextInt(200) : sqft;
  }

  private List<String> photos(String site, int set) {
    if (chance(15)) {
      return List.of();
    }
    List<String> photos = new ArrayList<>();
    for (int photo = 0; photo < 2 + set % 3; photo++) {
      String id = Integer.toHexString(set * 31 + photo) + "_" + photo;
      photos.add("https://images." + site + ".example/" + id + "_600x450.jpg");
    }
    return photos;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
