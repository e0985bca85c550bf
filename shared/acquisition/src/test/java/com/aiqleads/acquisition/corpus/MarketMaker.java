package com.aiqleads.acquisition.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Homes, buildings and those who sell them, the same for the same seed.
final class MarketMaker {

  /// A town and the ZIP codes that it has.
  private record Town(
      String name, String state, int firstZip, int zips, double latitude, double longitude) {}

  private static final List<Town> TOWNS =
      List.of(
          new Town("Miami", "FL", 33125, 60, 25.77, -80.21),
          new Town("Austin", "TX", 78701, 55, 30.27, -97.74),
          new Town("Columbus", "OH", 43201, 35, 39.96, -83.0),
          new Town("Phoenix", "AZ", 85003, 50, 33.45, -112.07),
          new Town("Denver", "CO", 80202, 45, 39.74, -104.99),
          new Town("Tampa", "FL", 33602, 35, 27.95, -82.46));

  private static final String[] NAMES = {
    "Oak",
    "Maple",
    "Cedar",
    "Pine",
    "Elm",
    "Washington",
    "Lake",
    "Hill",
    "Walnut",
    "Spring",
    "North",
    "Ridge",
    "Lincoln",
    "Jackson",
    "Church",
    "Willow",
    "Mill",
    "Sunset",
    "Jefferson",
    "Cherry",
    "Park",
    "Highland",
    "Johnson",
    "Dogwood",
    "Hickory",
    "Chestnut",
    "Meadow",
    "Franklin",
    "River",
    "Magnolia",
    "Sycamore",
    "Laurel",
    "Poplar",
    "Forest",
    "Madison",
    "Pecan",
    "Orchard",
    "Birch",
    "Harrison",
    "Vista Del Sol",
    "Coral",
    "Biscayne",
    "Alhambra",
    "Palmetto",
    "Ponce De Leon",
    "Mesquite",
    "Juniper",
    "Larkspur",
    "Bluebonnet",
    "Saguaro"
  };
  private static final String[] SUFFIXES = {
    "Street", "Avenue", "Drive", "Road", "Lane", "Court", "Boulevard", "Place", "Way", "Terrace"
  };
  private static final String[] DIRECTIONS = {"", "", "", "N", "S", "E", "W", "SW", "NE"};
  private static final String[] FIRST = {
    "Dana", "Luis", "Maria", "James", "Wei", "Aisha", "Karen", "Omar", "Priya", "John", "Elena",
    "Marcus", "Sofia", "Peter", "Grace", "Ivan"
  };
  private static final String[] LAST = {
    "Whitfield",
    "Garcia",
    "Nguyen",
    "Smith",
    "Okafor",
    "Petrov",
    "Johnson",
    "Alvarez",
    "Chen",
    "Brown",
    "Khan",
    "Miller",
    "Rossi",
    "Davis"
  };

  record Seller(String name, String phone, String email, boolean isAgent) {}

  record Home(
      int number,
      Seller seller,
      String house,
      String direction,
      String name,
      String suffix,
      String unit,
      String city,
      String state,
      String zip,
      double latitude,
      double longitude,
      String kind,
      int bedrooms,
      double bathrooms,
      int areaSqft,
      int yearBuilt,
      long price,
      boolean hasMlsNumber) {}

  private final Random random;
  private final List<Seller> agents = new ArrayList<>();
  private final List<Home> homes = new ArrayList<>();

  private MarketMaker(long seed) {
    random = new Random(seed);
  }

  static List<Home> homes(long seed, int count) {
    MarketMaker maker = new MarketMaker(seed);
    for (int agent = 0; agent <= count / 120; agent++) {
      maker.agents.add(maker.seller(true));
    }
    while (maker.homes.size() < count) {
      maker.build();
    }
    return List.copyOf(maker.homes.subList(0, count));
  }

  /// One in forty is a building with several units for sale, of those one in twelve a tower with
  /// hundreds; one in twelve is a house of two to four.
  private void build() {
    int kind = random.nextInt(120);
    if (kind < 3) {
      int scale = random.nextInt(12) == 0 ? 150 : 12;
      units(3 + (int) Math.abs(random.nextGaussian() * scale), "condo");
    } else if (kind < 13) {
      units(2 + random.nextInt(3), "townhouse");
    } else {
      homes.add(home(place(), "", "single family", 1940 + random.nextInt(85), seller()));
      maybeNextDoor();
    }
  }

  /// Somebody sells the house next door as well, as builders do: the same plan, another number.
  private void maybeNextDoor() {
    if (random.nextInt(40) == 0) {
      Home built = homes.getLast();
      homes.add(
          new Home(
              homes.size(),
              built.seller(),
              String.valueOf(Integer.parseInt(built.house()) + 2),
              built.direction(),
              built.name(),
              built.suffix(),
              "",
              built.city(),
              built.state(),
              built.zip(),
              built.latitude() + 0.0002,
              built.longitude(),
              built.kind(),
              built.bedrooms(),
              built.bathrooms(),
              built.areaSqft(),
              built.yearBuilt(),
              built.price(),
              built.hasMlsNumber()));
    }
  }

  /// Of one year, of a few plans, at prices that follow from the plan; one agent sells several.
  private void units(int count, String kind) {
    Home place = place();
    int year = 1950 + random.nextInt(75);
    int plans = 1 + Math.min(5, count / 8);
    List<Home> models = new ArrayList<>();
    for (int plan = 0; plan < plans; plan++) {
      models.add(home(place, "", kind, year, seller()));
    }
    Seller house = random.nextInt(3) == 0 ? agent() : seller();
    for (int unit = 0; unit < count; unit++) {
      Home model = models.get(unit % plans);
      Seller seller = random.nextInt(5) == 0 ? house : seller();
      double extra = 0.9 + random.nextDouble() * 0.25;
      homes.add(
          new Home(
              homes.size(),
              seller,
              model.house(),
              model.direction(),
              model.name(),
              model.suffix(),
              door(unit, count, kind),
              model.city(),
              model.state(),
              model.zip(),
              model.latitude(),
              model.longitude(),
              kind,
              model.bedrooms(),
              model.bathrooms(),
              model.areaSqft(),
              year,
              Math.round(model.price() * extra / 1000) * 1000,
              random.nextInt(12) == 0));
    }
  }

  private static String door(int unit, int count, String kind) {
    if (kind.equals("townhouse")) {
      return String.valueOf((char) ('A' + unit));
    }
    int floor = 1 + unit / 8;
    return count % 2 == 0
        ? floor + "0" + (1 + unit % 8)
        : floor + String.valueOf((char) ('A' + unit % 8));
  }

  /// An address with nothing on it yet.
  private Home place() {
    Town town = TOWNS.get(random.nextInt(TOWNS.size()));
    int zip = random.nextInt(town.zips());
    boolean numbered = random.nextInt(4) == 0;
    int street = random.nextInt(numbered ? 60 : NAMES.length);
    return new Home(
        0,
        seller(true),
        String.valueOf(100 + random.nextInt(97) * random.nextInt(97) + random.nextInt(40)),
        DIRECTIONS[random.nextInt(DIRECTIONS.length)],
        numbered ? ordinal(street + 1) : NAMES[street],
        SUFFIXES[random.nextInt(SUFFIXES.length)],
        "",
        town.name(),
        town.state(),
        String.valueOf(town.firstZip() + zip),
        town.latitude() + (zip % 8) * 0.02 + random.nextDouble() * 0.02,
        town.longitude() + Math.floorDiv(zip, 8) * 0.02 + random.nextDouble() * 0.02,
        "",
        0,
        0,
        0,
        0,
        0,
        false);
  }

  private static String ordinal(int number) {
    String ending =
        number / 10 == 1
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + ending;
  }

  private Home home(Home place, String unit, String kind, int year, Seller seller) {
    int bedrooms = 1 + random.nextInt(kind.equals("condo") ? 3 : 5);
    int area = 450 + bedrooms * 320 + random.nextInt(700);
    long price = Math.round(area * (140 + random.nextInt(320)) / 1000.0) * 1000;
    return new Home(
        homes.size(),
        seller,
        place.house(),
        place.direction(),
        place.name(),
        place.suffix(),
        unit,
        place.city(),
        place.state(),
        place.zip(),
        place.latitude(),
        place.longitude(),
        kind,
        bedrooms,
        1 + random.nextInt(bedrooms + 1) * 0.5,
        area,
        year,
        price + (random.nextInt(3) == 0 ? -100 : 0),
        random.nextInt(12) == 0);
  }

  /// One in four is an agent; one in thirty has sold here before.
  private Seller seller() {
    if (random.nextInt(4) == 0) {
      return agent();
    }
    boolean again = !homes.isEmpty() && random.nextInt(30) == 0;
    return again ? homes.get(random.nextInt(homes.size())).seller() : seller(false);
  }

  private Seller agent() {
    int rank = (int) (agents.size() * Math.pow(random.nextDouble(), 2));
    return agents.get(rank);
  }

  private Seller seller(boolean isAgent) {
    String first = FIRST[random.nextInt(FIRST.length)];
    String last = LAST[random.nextInt(LAST.length)];
    String phone = "+1" + (201 + random.nextInt(700)) + (2 + random.nextInt(8)) + digits(6);
    String email = (first + "." + last + digits(4)).toLowerCase(java.util.Locale.ROOT);
    return new Seller(first + " " + last, phone, email + "@letterbox.example", isAgent);
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int digit = 0; digit < count; digit++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
