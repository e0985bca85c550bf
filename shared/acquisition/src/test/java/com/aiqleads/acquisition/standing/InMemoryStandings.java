package com.aiqleads.acquisition.standing;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.InMemoryLeads;
import com.aiqleads.acquisition.resolution.KnownLead;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is around a lead among the leads of a test.
public final class InMemoryStandings implements Standings {

  private static final NavigableSet<ListingId> NONE = Collections.emptyNavigableSet();

  private final InMemoryLeads leads;
  private final Map<String, NavigableSet<ListingId>> levels = new LinkedHashMap<>();
  private int known;

  public InMemoryStandings(InMemoryLeads leads) {
    this.leads = leads;
  }

  @Override
  public Around around(Lead lead) {
    List<Marks> own =
        leads.find(lead.id()).stream()
            .flatMap(known -> known.advertisements().stream())
            .map(one -> leads.marks(one.listing().id()))
            .toList();
    return around(own, lead.address(), lead.listing().property().type(), lead.market(), lead.id());
  }

  @Override
  public Around around(Marks marks, Address address, PropertyType type, String market) {
    return around(List.of(marks), address, type, market, null);
  }

  private Around around(
      List<Marks> own, Address address, PropertyType type, String market, @Nullable LeadId itself) {
    Set<ListingId> sharing =
        own.stream()
            .flatMap(marks -> marks.all().stream())
            .flatMap(this::sharing)
            .filter(listing -> !leads.leadOf(listing).id().equals(itself))
            .collect(Collectors.toSet());
    Set<Mark> all =
        own.stream()
            .flatMap(marks -> marks.all().stream())
            .filter(mark -> !isChance(mark))
            .collect(Collectors.toSet());
    Map<ListingId, Set<Mark>> shared = shared(all, sharing);
    return new Around(
        sharing.stream()
            .map(listing -> kin(own, shared.getOrDefault(listing, Set.of()), listing))
            .filter(Kin::counts)
            .toList(),
        level(address, type, market, itself));
  }

  /// From the marks to who has them: to hold all marks of each against these takes far longer.
  private Map<ListingId, Set<Mark>> shared(Set<Mark> all, Set<ListingId> sharing) {
    Map<ListingId, Set<Mark>> shared = new HashMap<>();
    for (Mark mark : all) {
      leads.sharing(mark).stream()
          .filter(sharing::contains)
          .forEach(listing -> shared.computeIfAbsent(listing, _ -> new HashSet<>()).add(mark));
    }
    return shared;
  }

  private Stream<ListingId> sharing(Mark mark) {
    Set<ListingId> all = leads.sharing(mark);
    if (all.size() <= MAX_SHARING) {
      return all.stream();
    }
    return isChance(mark)
        ? Stream.empty()
        : all.stream().sorted(InMemoryStandings::byId).limit(MAX_SHARING);
  }

  private boolean isChance(Mark mark) {
    return mark.kind().isAlsoChance() && leads.sharing(mark).size() > MAX_SHARING;
  }

  private static int byId(ListingId one, ListingId other) {
    return one.text().compareTo(other.text());
  }

  private Kin kin(List<Marks> own, Set<Mark> shared, ListingId listing) {
    KnownLead lead = leads.leadOf(listing);
    Advertisement one = leads.advertisement(listing);
    Marks marks = leads.marks(listing);
    long bands = shared.stream().filter(mark -> mark.kind() == Mark.Kind.TEXT).count();
    Listing said = one.listing();
    Money price = said.price();
    return new Kin(
        lead.id(),
        (int) bands,
        has(shared, Mark.Kind.PHOTO),
        has(shared, Mark.Kind.CONTACT),
        has(shared, Mark.Kind.ACCOUNT),
        isNamed(own, marks, false) && !isNamed(own, marks, true),
        lead.advertisements().stream()
            .map(each -> leads.marks(each.listing().id()))
            .anyMatch(each -> has(each.all(), Mark.Kind.CONTACT)),
        one.firstSeenAt(),
        new Kin.Home(
            one.address().street(),
            one.address().zip(),
            one.address().state(),
            price == null ? null : price.minorUnits(),
            said.property().bedrooms(),
            said.property().livingAreaSqft()));
  }

  private static boolean has(Set<Mark> shared, Mark.Kind kind) {
    return shared.stream().anyMatch(mark -> mark.kind() == kind);
  }

  /// Whether a contact in common has the same name beside it, or another.
  private static boolean isNamed(List<Marks> own, Marks other, boolean same) {
    return own.stream()
        .filter(one -> !one.name().isEmpty() && !other.name().isEmpty())
        .filter(one -> one.name().equals(other.name()) == same)
        .flatMap(one -> one.all().stream())
        .anyMatch(mark -> mark.kind() == Mark.Kind.CONTACT && other.all().contains(mark));
  }

  private Level level(Address address, PropertyType type, String market, @Nullable LeadId itself) {
    learn();
    Level near = level("zip " + address.zip() + type, itself);
    return near.homes() >= Level.MIN_HOMES ? near : level("market " + market + type, itself);
  }

  private void learn() {
    List<KnownLead> begun = leads.after(known);
    for (KnownLead lead : begun) {
      Advertisement one = lead.advertisements().getFirst();
      PropertyType type = one.listing().property().type();
      Stream.of("zip " + one.address().zip() + type, "market " + one.market() + type)
          .forEach(
              key ->
                  levels
                      .computeIfAbsent(key, _ -> new TreeSet<>(InMemoryStandings::byId))
                      .add(one.listing().id()));
    }
    known += begun.size();
  }

  private Level level(String key, @Nullable LeadId itself) {
    Predicate<Advertisement> priced =
        one -> one.listing().price() != null && one.listing().property().livingAreaSqft() != null;
    List<Long> costs =
        levels.getOrDefault(key, NONE).stream()
            .filter(listing -> !leads.leadOf(listing).id().equals(itself))
            .map(listing -> leads.advertisement(listing))
            .filter(priced)
            .limit(Level.MAX_HOMES)
            .map(
                one ->
                    Objects.requireNonNull(one.listing().price()).minorUnits()
                        / Objects.requireNonNull(one.listing().property().livingAreaSqft()))
            .sorted()
            .toList();
    return costs.isEmpty()
        ? Level.UNKNOWN
        : new Level(costs.size(), costs.get((costs.size() - 1) / 2));
  }
}
