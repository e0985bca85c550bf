package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A lead with every advertisement that it is made of; there is always one.
public record KnownLead(LeadId id, long version, List<Advertisement> advertisements) {

  public KnownLead {
    advertisements = List.copyOf(advertisements);
  }

  Lead merged() {
    return Merging.merged(this);
  }

  Optional<Advertisement> find(ListingId listing) {
    return advertisements.stream().filter(one -> one.listing().id().equals(listing)).findFirst();
  }

  KnownLead with(Advertisement added) {
    Stream<Advertisement> others =
        advertisements.stream().filter(one -> !one.listing().id().equals(added.listing().id()));
    return new KnownLead(id, version, Stream.concat(others, Stream.of(added)).toList());
  }

  KnownLead risen() {
    return new KnownLead(id, version + 1, advertisements);
  }
}
