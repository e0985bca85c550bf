package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.GeoBox;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.Contact;
import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Random leads and random questions about them, the same for the same seed. Values are few, so
/// that many leads are equal in what they are sorted by.
public final class SearchFixtures {
  private static final List<String> TYPES = List.of("house", "condo", "land", "multi_family");
  private static final List<String> BANDS = List.of("good", "fair", "excellent");
  private static final List<String> SITES = List.of("fsbo", "forsalebyowner", "craigslist");
  private static final List<String> WORDS =
      List.of("pool", "garage", "corner lot", "new roof", "waterfront", "fixer upper", "garden");
  private static final List<Address> CITIES =
      List.of(
          new Address("1 Main St", null, "Miami", "FL", "33145"),
          new Address("2 Oak Ave", null, "Austin", "TX", "78701"),
          new Address("3 Elm Rd", "4B", "Portland", "OR", "97201"));
  private static final List<GeoPoint> CENTERS =
      List.of(
          new GeoPoint(25.76, -80.19), new GeoPoint(30.27, -97.74), new GeoPoint(45.52, -122.68));

  private final Random random;

  public SearchFixtures(long seed) {
    this.random = new Random(seed);
  }

  public List<Offer> offers(int count) {
    List<Offer> offers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      offers.add(offer(number));
    }
    return offers;
  }

  public static IndexedLead indexed(Offer offer) {
    return IndexedLead.of(offer.lead(), offer.quality(), offer.price());
  }

  private Offer offer(int number) {
    int city = random.nextInt(CITIES.size());
    Lead lead =
        new Lead(
            OfferFixtures.leadId(number),
            1 + random.nextInt(5),
            "market",
            OfferFixtures.anAdvertisement(pick(WORDS) + ", " + pick(WORDS), OfferFixtures.SEEN),
            OfferFixtures.aProperty(pick(TYPES), random.nextInt(8) == 0 ? null : random.nextInt(7)),
            CITIES.get(city),
            around(CENTERS.get(city), 0.3),
            random.nextBoolean() ? List.of(pick(SITES)) : List.of("fsbo", "craigslist"),
            1,
            OfferFixtures.SEEN.minus(Duration.ofHours(random.nextInt(40))));
    Contact contact = OfferFixtures.aContact();
    Score quality = new Score(20 + random.nextInt(12), pick(BANDS), List.of());
    long cents = random.nextInt(12) * 500L;
    Price price = new Price(Money.usd(cents), Money.usd(cents * 3), "2026-11", List.of());
    Score fraud = new Score(5, "low", List.of());
    return new Offer(lead, contact, quality, fraud, price, OfferFixtures.aJourney(number));
  }

  public LeadQuery query() {
    Filter filter = filter();
    List<Sort> sorts = new ArrayList<>(List.of(Sort.values()));
    if (!(filter.area() instanceof Area.Near)) {
      sorts.remove(Sort.NEAREST);
    }
    return new LeadQuery(filter, pick(sorts), 1 + random.nextInt(60), null);
  }

  public Filter filter() {
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    if (random.nextInt(3) == 0) {
      chosen.put(Facet.TYPE, new TreeSet<>(List.of(pick(TYPES), pick(TYPES))));
    }
    if (random.nextInt(4) == 0) {
      chosen.put(Facet.SOURCE, Set.of(pick(SITES)));
    }
    if (random.nextInt(4) == 0) {
      chosen.put(Facet.BEDS, Set.of("3", "5"));
    }
    List<String> words = random.nextInt(3) == 0 ? Words.of(pick(WORDS)) : List.of();
    Range price = random.nextInt(3) == 0 ? new Range(1_000L, 4_000L) : Range.ALL;
    Range asking = random.nextInt(4) == 0 ? new Range(null, 649_000_00L) : Range.ALL;
    Instant moment = random.nextInt(3) == 0 ? OfferFixtures.SEEN : null;
    return new Filter(words, chosen, price, asking, area(), moment);
  }

  /// Full until before, at or after the moment that [#filter] asks for, or for ever.
  public Availability availability(LeadId lead) {
    Instant until =
        random.nextInt(4) == 0
            ? Availability.NEVER
            : OfferFixtures.SEEN.plusMillis(random.nextInt(3) - 1L);
    return new Availability(lead, 1, until);
  }

  public GeoBox box() {
    GeoPoint corner = around(pick(CENTERS), 0.4);
    return new GeoBox(
        corner.latitude(),
        corner.longitude(),
        corner.latitude() + random.nextDouble() * 0.4,
        corner.longitude() + random.nextDouble() * 0.4);
  }

  private Area area() {
    return switch (random.nextInt(4)) {
      case 0 -> new Area.Everywhere();
      case 1 -> new Area.Within(box());
      case 2 -> new Area.Near(around(pick(CENTERS), 0.2), 1 + random.nextInt(60_000));
      // On the grid, where many leads are equally far, and with the edge through one of them.
      default -> {
        GeoPoint center = around(pick(CENTERS), 0.2).roughly();
        GeoPoint edge = around(center, 0.2).roughly();
        long metres = Cell.of(edge).metresFrom(center);
        yield new Area.Near(center, Math.max(1, metres));
      }
    };
  }

  private GeoPoint around(GeoPoint center, double degrees) {
    return new GeoPoint(
        center.latitude() + (random.nextDouble() - 0.5) * 2 * degrees,
        center.longitude() + (random.nextDouble() - 0.5) * 2 * degrees);
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
