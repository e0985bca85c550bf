package com.aiqleads.local.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Makes frauds of some homes, and of others what is easily taken for one. What becomes of a home
/// hangs on the seed and on earlier homes only: a smaller sandbox begins like a larger one.
final class Tricks {

  /// Homes so far apart are on the same sites, in the same market.
  private static final int SAME_SITES = 100;

  private static final List<String> DEMANDS =
      """
      To take it off the market, wire the deposit and I will mail you the keys.
      I am out of the country for a contract, so send a refundable deposit first and my lawyer arranges the viewing.
      Please send me your credit report with the application, we show it only to approved buyers.
      Payment of the reservation by Zelle or gift cards, then you get the lockbox code.
      I work abroad and cannot show it, drive by only; a small deposit before the visit holds it for you.
      The first who pays the holding fee through Western Union gets it.
      """
          .lines()
          .toList();

  private static final List<String> EXCUSES =
      """
      I travel a lot for work, so please write, do not call.
      First come, first served, I have many requests.
      Price is low because we need to go quickly.
      My agent fell through, this is your luck.
      """
          .lines()
          .toList();

  private static final List<String> WORN =
      """
      Cash only: the foundation moved and the kitchen is gone.
      Fire damage in the back half, sold as it stands.
      Investor special, down to the studs, no working plumbing.
      Uninhabitable now, mold in two rooms, but the lot is great.
      """
          .lines()
          .toList();

  private final long seed;
  private final List<Home> homes;

  Tricks(long seed, List<Home> earlier) {
    this.seed = seed;
    this.homes = earlier;
  }

  /// The home as it is advertised.
  Home played(Home home) {
    SplittableRandom random = random(home.number(), 1);
    Home plain =
        home.by(
            new Seller(Trick.NONE, Prose.drawn(random), home.number(), home.number()),
            home.owner());
    Trick trick = Trick.drawn(random.nextInt(1000));
    boolean possible =
        home.flaw() == Flaw.NONE
            && home.number() >= 2 * SAME_SITES
            && (trick != Trick.FAN_OUT || home.onFacebook());
    return possible ? played(plain, trick, random) : plain;
  }

  private Home played(Home home, Trick trick, SplittableRandom random) {
    return switch (trick) {
      case CLONE -> clone(home, random);
      case SAME_TEXT -> sameText(home, random);
      case SAME_CONTACT -> sameContact(home, random);
      case STOLEN_PHOTOS -> stolenPhotos(home, random);
      case ADVANCE_FEE ->
          cheap(
              home.tricky(trick, home.seller().prose() + " " + any(DEMANDS, random)),
              40,
              70,
              random);
      case FAN_OUT -> fanOut(home, random);
      case NEEDS_WORK ->
          cheap(
              home.tricky(trick, any(WORN, random) + " " + home.seller().prose()), 48, 65, random);
      case OWNER_OF_THREE -> together(home, trick, 1_000, random);
      case AGENT -> together(home, trick, 2_000, random);
      case BUILDER -> builder(home, random);
      case BORROWED_TEXT -> home.tricky(trick, spread(home, trick, 1_000).prose());
      case NONE -> home;
    };
  }

  /// Somebody else's home at another address, for less.
  private Home clone(Home home, SplittableRandom random) {
    Home victim = victim(home, random);
    if (victim.seller().trick() != Trick.NONE || victim.priceDollars() == 0) {
      return home;
    }
    String prose = victim.seller().prose();
    String text = random.nextInt(100) < 40 ? Prose.touchedUp(prose, random) : prose;
    boolean withPhotos = random.nextInt(100) < 75;
    Home clone =
        home.like(victim)
            .by(
                new Seller(
                    Trick.CLONE,
                    text + (random.nextInt(3) == 0 ? " " + any(EXCUSES, random) : ""),
                    withPhotos ? victim.number() : home.number(),
                    home.number()),
                home.owner());
    int dollars = victim.priceDollars() * (50 + random.nextInt(33)) / 100;
    return clone.priced(dollars).listed(later(victim.listedOn(), home.listedOn()));
  }

  /// One text for many homes, each under another name.
  private Home sameText(Home home, SplittableRandom random) {
    Ring ring = spread(home, Trick.SAME_TEXT, 2_000);
    String text = random.nextInt(100) < 30 ? Prose.touchedUp(ring.prose(), random) : ring.prose();
    String end = random.nextInt(100) < 40 ? any(DEMANDS, random) : any(EXCUSES, random);
    return cheap(home.tricky(Trick.SAME_TEXT, text + " " + end), 38, 58, random);
  }

  /// One phone and one mail address for many names.
  private Home sameContact(Home home, SplittableRandom random) {
    Ring ring = spread(home, Trick.SAME_CONTACT, 1_500);
    Owner owner = new Owner(home.owner().name(), ring.phone(), ring.mail());
    return cheap(
        home.by(with(home.seller(), Trick.SAME_CONTACT), owner).speakingOf(owner), 45, 80, random);
  }

  private Home stolenPhotos(Home home, SplittableRandom random) {
    Home victim = victim(home, random);
    Seller seller = home.seller();
    return cheap(
        home.by(
                new Seller(Trick.STOLEN_PHOTOS, seller.prose(), victim.number(), seller.account()),
                home.owner())
            .listed(later(victim.listedOn(), home.listedOn())),
        38,
        60,
        random);
  }

  /// One account for many homes with throw-away numbers.
  private Home fanOut(Home home, SplittableRandom random) {
    Ring ring = spread(home, Trick.FAN_OUT, 4_000);
    String prose = home.seller().prose();
    return cheap(
        home.by(new Seller(Trick.FAN_OUT, prose, home.number(), ring.account()), home.owner()),
        38,
        60,
        random);
  }

  /// Homes that one honest seller has, at honest prices.
  private Home together(Home home, Trick trick, int block, SplittableRandom random) {
    Ring ring = local(home, trick, block);
    Owner owner = new Owner(ring.name(), ring.phone(), ring.mail());
    String prose = random.nextInt(4) == 0 ? ring.prose() : home.seller().prose();
    return home.by(new Seller(trick, prose, home.number(), ring.account()), owner)
        .speakingOf(owner);
  }

  /// New homes of one plan: one office, one text, one set of photos, about one price.
  private Home builder(Home home, SplittableRandom random) {
    Ring ring = local(home, Trick.BUILDER, 4_000);
    Owner owner = new Owner(ring.name(), ring.phone(), ring.mail());
    return home.by(new Seller(Trick.BUILDER, ring.prose(), ring.account(), ring.account()), owner)
        .speakingOf(owner)
        .priced(home.priceDollars() * (97 + random.nextInt(7)) / 100);
  }

  private Home victim(Home home, SplittableRandom random) {
    int steps = 1 + random.nextInt(home.number() / SAME_SITES);
    return homes.get(home.number() - steps * SAME_SITES);
  }

  private static Home cheap(Home home, int from, int to, SplittableRandom random) {
    int usual = home.rooms().squareFeet() * home.place().metro().dollarsPerSquareFoot;
    return home.priced(usual * (from + random.nextInt(to - from)) / 100 / 500 * 500);
  }

  private static Seller with(Seller seller, Trick trick) {
    return new Seller(trick, seller.prose(), seller.pictured(), seller.account());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /// What its members have in common.
  private record Ring(String name, String phone, String mail, String prose, int account) {}

  /// One of so many homes, wherever they are.
  private Ring spread(Home home, Trick trick, int block) {
    return ring(Metro.MIAMI, trick, home.number() / block);
  }

  /// One of so many homes, of a market.
  private Ring local(Home home, Trick trick, int block) {
    return ring(home.place().metro(), trick, home.number() / block);
  }

  private Ring ring(Metro metro, Trick trick, int block) {
    int number = Math.floorMod((trick.name() + metro.name() + block).hashCode(), 1_000_000);
    SplittableRandom random = random(number, 2);
    String first = any(Words.FIRST_NAMES, random);
    String last = any(Words.LAST_NAMES, random);
    return new Ring(
        first + " " + last,
        any(metro.areaCodes(), random)
            + (random.nextBoolean() ? "958" : "959")
            + String.format(Locale.ROOT, "%04d", random.nextInt(10_000)),
        "contact" + random.nextInt(100_000) + "@" + any(Words.MAIL_DOMAINS, random),
        Prose.drawn(random),
        1_000_000 + number);
  }

  private SplittableRandom random(int number, int purpose) {
    return new SplittableRandom(seed * 1_000_003 + number * 7_919L + purpose);
  }

  private static <T> T any(List<T> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
