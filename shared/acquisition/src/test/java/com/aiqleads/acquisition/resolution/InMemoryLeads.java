package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.resolution.Resolution.Filed;
import com.aiqleads.acquisition.standing.Mark;
import com.aiqleads.acquisition.standing.Marks;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Leads for tests. One thread at a time, so that nothing needs to be locked.
public final class InMemoryLeads implements Leads {

  private final Map<LeadId, KnownLead> leads = new LinkedHashMap<>();
  private final Map<BlockingKey, Set<LeadId>> holders = new HashMap<>();
  private final Map<BlockingKey, PersonId> persons = new HashMap<>();
  private final Map<PersonId, Set<BlockingKey>> keysOf = new HashMap<>();
  private final Map<ListingId, LeadId> filed = new HashMap<>();
  private final Map<ListingId, List<Edge>> edges = new HashMap<>();
  private final List<Split.Past> splits = new ArrayList<>();
  private final Map<ListingId, Instant> endings = new HashMap<>();
  private final Map<ListingId, ListingId> aliases = new HashMap<>();
  private final Map<ListingId, Marks> marks = new HashMap<>();
  private final Map<Mark, Set<ListingId>> marked = new HashMap<>();
  private final List<LeadId> begun = new ArrayList<>();
  private Set<ListingId> reservedListings = Set.of();
  private Set<BlockingKey> reserved = Set.of();

  @Override
  public void reserve(Set<ListingId> listings, Set<BlockingKey> keys) {
    reservedListings = Set.copyOf(listings);
    reserved = Set.copyOf(keys);
  }

  @Override
  public Candidates find(ListingId listing, Set<BlockingKey> wanted) {
    Map<BlockingKey, List<LeadId>> found = new HashMap<>();
    for (BlockingKey key : wanted) {
      List<LeadId> all = List.copyOf(holders.getOrDefault(key, Set.of()));
      found.put(key, all.subList(Math.max(0, all.size() - MAX_CANDIDATES), all.size()));
    }
    Set<LeadId> own = filed.containsKey(listing) ? Set.of(filed.get(listing)) : Set.of();
    Map<BlockingKey, Integer> counts = new HashMap<>();
    found.forEach((key, of) -> counts.put(key, of.size()));
    return new Candidates(
        Likeliest.of(own, found.values()).stream()
            .map(leads::get)
            .sorted(Comparator.comparing(lead -> lead.id().text()))
            .map(this::withEndings)
            .toList(),
        counts,
        persons(wanted),
        endings.get(listing));
  }

  private KnownLead withEndings(KnownLead lead) {
    Map<ListingId, Instant> ends = new HashMap<>();
    lead.advertisements().stream()
        .map(one -> one.listing().id())
        .filter(endings::containsKey)
        .forEach(id -> ends.put(id, endings.get(id)));
    return new KnownLead(lead.id(), lead.version(), lead.advertisements(), ends);
  }

  private List<KnownPerson> persons(Set<BlockingKey> wanted) {
    return wanted.stream()
        .map(persons::get)
        .filter(id -> id != null)
        .distinct()
        .map(id -> person(id, wanted))
        .toList();
  }

  private KnownPerson person(PersonId id, Set<BlockingKey> wanted) {
    Set<BlockingKey> all = keysOf.getOrDefault(id, Set.of());
    return new KnownPerson(
        id,
        all.size(),
        all.stream().filter(wanted::contains).collect(Collectors.toSet()),
        all.stream()
            .flatMap(key -> holders.getOrDefault(key, Set.of()).stream())
            .limit(MAX_CANDIDATES)
            .collect(Collectors.toSet()));
  }

  @Override
  public Optional<KnownLead> find(LeadId lead) {
    return Optional.ofNullable(leads.get(lead)).map(this::withEndings);
  }

  @Override
  public void file(Filed one) {
    KnownLead before =
        leads.getOrDefault(one.lead(), new KnownLead(one.lead(), 0, List.of(), Map.of()));
    KnownLead after = before.with(one.advertisement());
    ListingId listing = one.advertisement().listing().id();
    leads.put(
        one.lead(), new KnownLead(one.lead(), one.version(), after.advertisements(), Map.of()));
    filed.put(listing, one.lead());
    if (before.advertisements().isEmpty()) {
      begun.add(one.lead());
    }
    one.keys().forEach(key -> hold(key, one.lead()));
    edges.putIfAbsent(listing, one.edges());
    mark(listing, Marks.of(one.advertisement()));
    one.seller().ifPresent(this::know);
  }

  private void mark(ListingId listing, Marks now) {
    Marks before = marks.put(listing, now);
    if (before != null) {
      before.all().forEach(mark -> marked.getOrDefault(mark, new HashSet<>()).remove(listing));
    }
    now.all().forEach(mark -> marked.computeIfAbsent(mark, _ -> new HashSet<>()).add(listing));
  }

  public Marks marks(ListingId listing) {
    return marks.getOrDefault(listing, new Marks(Set.of(), ""));
  }

  public Set<ListingId> sharing(Mark mark) {
    return marked.getOrDefault(mark, Set.of());
  }

  public KnownLead leadOf(ListingId listing) {
    return Objects.requireNonNull(leads.get(filed.get(listing)));
  }

  public Advertisement advertisement(ListingId listing) {
    return leadOf(listing).find(listing).orElseThrow();
  }

  private void hold(BlockingKey key, LeadId lead) {
    holders.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(lead);
  }

  private void know(Identity seller) {
    Set<BlockingKey> keys = new HashSet<>(seller.keys());
    seller.same().stream().map(keysOf::remove).forEach(keys::addAll);
    keys.forEach(key -> persons.put(key, seller.person()));
    keysOf.computeIfAbsent(seller.person(), _ -> new HashSet<>()).addAll(keys);
  }

  @Override
  public void end(ListingId listing, Instant at) {
    endings.merge(listing, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  @Override
  public void alias(ListingId other, ListingId own) {
    aliases.put(other, own);
  }

  @Override
  public ListingId own(ListingId any) {
    return aliases.getOrDefault(any, any);
  }

  @Override
  public Optional<Instant> endOf(ListingId listing) {
    return Optional.ofNullable(endings.get(listing));
  }

  @Override
  public void raise(LeadId lead, long version) {
    KnownLead before = leads.get(lead);
    if (before == null || before.version() != version - 1) {
      throw new IllegalStateException(lead.text() + " has another version than " + (version - 1));
    }
    leads.computeIfPresent(
        lead, (id, known) -> new KnownLead(id, version, known.advertisements(), Map.of()));
  }

  @Override
  public void split(Split split) {
    Set<ListingId> moved = new HashSet<>();
    for (Advertisement one : split.part().advertisements()) {
      moved.add(one.listing().id());
      filed.put(one.listing().id(), split.part().id());
    }
    holders.values().forEach(of -> of.remove(split.left().id()));
    for (KnownLead side : List.of(split.left(), split.part())) {
      leads.put(side.id(), side);
      Split.keys(side).forEach(key -> hold(key, side.id()));
    }
    splits.add(
        new Split.Past(
            split.left().id(), split.part().id(), moved, split.by(), split.why(), split.at()));
  }

  @Override
  public LeadHistory history(LeadId lead) {
    Map<ListingId, List<Edge>> of = new HashMap<>(edges);
    of.keySet()
        .retainAll(
            filed.entrySet().stream()
                .filter(entry -> entry.getValue().equals(lead))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    return new LeadHistory(
        of,
        splits.stream()
            .filter(past -> past.lead().equals(lead) || past.part().equals(lead))
            .toList());
  }

  public Set<ListingId> reservedListings() {
    return reservedListings;
  }

  public Set<BlockingKey> reserved() {
    return reserved;
  }

  /// Those that began after so many others.
  public List<KnownLead> after(int count) {
    return begun.stream().skip(count).map(leads::get).filter(Objects::nonNull).toList();
  }

  public List<KnownLead> all() {
    return List.copyOf(leads.values());
  }
}
