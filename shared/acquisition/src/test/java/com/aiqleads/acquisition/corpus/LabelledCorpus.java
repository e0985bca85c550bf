package com.aiqleads.acquisition.corpus;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.address.AddressReading.Normalised;
import com.aiqleads.acquisition.address.Addresses;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.PageId;
import com.aiqleads.kernel.Phone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Advertisements in the order in which they were seen, as the steps before resolution hand them
/// on, and which home each means.
public record LabelledCorpus(List<Advertisement> advertisements, Map<ListingId, Integer> homes) {

  /// The model and its thresholds were made with this seed; no figure is reported of it.
  public static final long ESTIMATED_ON = 4;

  /// What is reported is of this one.
  public static final long HELD_OUT = 20261121;

  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");

  /// Of so many advertisements.
  public static LabelledCorpus of(long seed, int count) {
    return of(seed, count, count);
  }

  /// The same, of so many homes at most.
  public static LabelledCorpus of(long seed, int count, int homes) {
    Pen pen = new Pen(seed + 1);
    List<Written> written = new ArrayList<>();
    for (MarketMaker.Home home : MarketMaker.homes(seed, homes)) {
      written.addAll(pen.advertisements(home));
    }
    Collections.shuffle(written, new Random(seed));
    written.sort(Comparator.comparingLong(Written::day));
    List<Advertisement> advertisements = new ArrayList<>();
    Map<ListingId, Integer> labels = new HashMap<>();
    for (Written one : whole(written, count)) {
      Advertisement advertisement = advertisement(one, seed + "-" + labels.size(), labels.size());
      advertisements.add(advertisement);
      labels.put(advertisement.listing().id(), one.home());
    }
    return new LabelledCorpus(List.copyOf(advertisements), Map.copyOf(labels));
  }

  /// Whole homes, so that none loses its other advertisements.
  private static List<Written> whole(List<Written> all, int count) {
    Map<Integer, Integer> sizes = new HashMap<>();
    all.forEach(one -> sizes.merge(one.home(), 1, Integer::sum));
    List<Integer> homes = new ArrayList<>(sizes.keySet());
    Collections.sort(homes);
    int taken = 0;
    int last = 0;
    while (taken < count && last < homes.size()) {
      taken += sizes.getOrDefault(homes.get(last++), 0);
    }
    int end = last < homes.size() ? homes.get(last) : Integer.MAX_VALUE;
    return all.stream().filter(one -> one.home() < end).toList();
  }

  private static Advertisement advertisement(Written one, String id, int number) {
    Source source = Source.find(one.site()).orElseThrow();
    Listing listing =
        new Listing(
            Listing.idOf(source, id),
            source,
            id,
            "https://" + one.site() + ".example/" + id,
            one.kind() + " in " + one.city(),
            "Sold by its owner.",
            one.price() == 0 ? null : Money.usd(one.price() * 100),
            new Property(
                PropertyType.in(one.kind()),
                one.bedrooms() == 0 ? null : one.bedrooms(),
                one.bathrooms() == 0 ? null : BigDecimal.valueOf(one.bathrooms()),
                one.areaSqft() == 0 ? null : one.areaSqft(),
                null,
                one.yearBuilt() == 0 ? null : one.yearBuilt()),
            null,
            one.photos(),
            one.mlsNumber(),
            START.plus(Duration.ofDays(one.day())).plusSeconds(number));
    return new Advertisement(
        listing,
        new PageId(Ids.derived("page", id)),
        one.city(),
        address(one),
        new Location(
            new GeoPoint(one.latitude(), one.longitude()),
            one.exactness() == 0
                ? Accuracy.ROOFTOP
                : one.exactness() == 1 ? Accuracy.STREET : Accuracy.ZIP),
        new Contact(
            one.seller(),
            one.phones().stream().map(Phone::new).toList(),
            one.emails().stream().map(Email::new).toList(),
            List.of()),
        listing.observedAt());
  }

  /// As the step before reads it.
  private static Address address(Written one) {
    RawAddress raw =
        new RawAddress(one.number() + " " + one.street(), one.city(), one.state(), one.zip());
    if (Addresses.normalise(raw) instanceof Normalised(Address address)) {
      return address;
    }
    throw new IllegalStateException("no address: " + one.number() + " " + one.street());
  }
}
