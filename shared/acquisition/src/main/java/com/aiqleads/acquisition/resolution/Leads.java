package com.aiqleads.acquisition.resolution;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All leads that acquisition knows.
public interface Leads {

  /// With how many leads an advertisement is compared at most, and how many of those with one key
  /// are looked at: the newest.
  int MAX_CANDIDATES = 50;

  /// Until the end of the transaction nobody else gets past here with one of these advertisements
  /// or keys: two decisions about one property never run side by side. Once in a transaction, with
  /// everything: who came back for more could wait for somebody who waits for him.
  void reserve(Set<ListingId> listings, Set<BlockingKey> keys);

  /// Says for which advertisements candidates will be asked in this transaction, each with its
  /// keys: who finds them together need not go for each. Behind the locks, so that it stays true.
  default void expect(Map<ListingId, Set<BlockingKey>> coming) {}

  /// The lead of the advertisement and those that share most keys, oldest first, at most
  /// [#MAX_CANDIDATES]; how many have each key; and whose the keys are.
  Candidates find(ListingId listing, Set<BlockingKey> keys);

  Optional<KnownLead> find(LeadId lead);

  /// Writes the lead's version, the advertisement as it was last seen, its match, its edges, its
  /// keys and its seller. The match of an advertisement that is known already stays as it is.
  void file(Resolution.Filed filed);

  /// What was seen of the advertisement before that moment says nothing any more. Of several ends
  /// the latest counts. Also for an advertisement that nobody has filed yet: what was seen of it
  /// may come later than its end.
  void end(ListingId listing, Instant at);

  /// From now on the first id means the same advertisement as the second.
  void alias(ListingId other, ListingId own);

  /// The advertisement's own id, if this is another one of it; else this.
  ListingId own(ListingId any);

  Optional<Instant> endOf(ListingId listing);

  /// Writes a lead's next version. Fails if somebody else has written it meanwhile: what was
  /// decided is then to be decided again.
  void raise(LeadId lead, long version);

  /// Moves advertisements to a lead of their own, each with its keys, and remembers that it did.
  void split(Split split);

  /// How the lead came to be what it is.
  LeadHistory history(LeadId lead);
}
