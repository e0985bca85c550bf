package com.aiqleads.acquisition.resolution;

import com.aiqleads.kernel.Ids;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who sells: one person, though by two numbers and at two properties. A person at two properties
/// is not one lead.
///
/// @param keys the phone numbers and mail addresses of the advertisement
/// @param same who turned out to be the same person, under another id until now
public record Identity(PersonId person, Set<BlockingKey> keys, Set<PersonId> same) {

  /// With more numbers and addresses it is an office, and its people are not one.
  static final int MAX_KEYS = 6;

  public Identity {
    keys = Set.copyOf(keys);
    same = Set.copyOf(same);
  }

  /// Nobody, if the advertisement says no way to reach them.
  static Optional<Identity> of(
      Set<BlockingKey> keys, List<KnownPerson> known, InstantSource clock) {
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    if (known.isEmpty()) {
      return Optional.of(new Identity(new PersonId(Ids.next(clock)), keys, Set.of()));
    }
    int total = known.stream().mapToInt(KnownPerson::keys).sum();
    return Optional.of(total <= MAX_KEYS ? oneOf(keys, known) : likeliest(keys, known));
  }

  /// All of them, under the oldest id.
  private static Identity oneOf(Set<BlockingKey> keys, List<KnownPerson> known) {
    PersonId oldest =
        known.stream().map(KnownPerson::id).min(Comparator.comparing(PersonId::text)).orElseThrow();
    return new Identity(
        oldest,
        keys,
        known.stream()
            .map(KnownPerson::id)
            .filter(id -> !id.equals(oldest))
            .collect(Collectors.toSet()));
  }

  /// Of the keys only those that nobody else has.
  private static Identity likeliest(Set<BlockingKey> keys, List<KnownPerson> known) {
    KnownPerson best =
        known.stream()
            .max(
                Comparator.<KnownPerson>comparingInt(person -> person.shared().size())
                    .thenComparing(person -> person.id().text(), Comparator.reverseOrder()))
            .orElseThrow();
    Set<BlockingKey> own =
        keys.stream()
            .filter(
                key ->
                    known.stream()
                        .noneMatch(person -> !person.equals(best) && person.shared().contains(key)))
            .collect(Collectors.toSet());
    return new Identity(best.id(), best.keys() < MAX_KEYS ? own : best.shared(), Set.of());
  }
}
