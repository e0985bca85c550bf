package com.aiqleads.acquisition.erasing;

import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the system of record holds.
public interface ErasableRecords {

  /// What is gone.
  ///
  /// @param rows how many were erased, by place
  /// @param versions of the leads that lost an advertisement, each one higher than before
  record Erased(Map<String, Long> rows, Map<LeadId, Long> versions) {}

  /// What stands beside the advertisements.
  ///
  /// @param strays listings that became no lead, and whose lineage names the person
  /// @param pages of those, and of refusals
  record Told(Set<ListingId> strays, List<Page> pages, List<Row> rows) {
    public Told {
      strays = Set.copyOf(strays);
      pages = List.copyOf(pages);
      rows = List.copyOf(rows);
    }
  }

  /// A page of which no lead came. Personal: its text form shows no address.
  ///
  /// @param market null where it is not known
  /// @param isTheirs whether it names a contact or the very door, not only the house
  record Page(String source, @Nullable String market, String url, boolean isTheirs) {
    @Override
    public String toString() {
      return "a page of " + source;
    }
  }

  /// One row, whatever its table will be like. Personal: its text form says only where it stands.
  ///
  /// @param said by column, without those that are empty
  record Row(String place, Map<String, String> said) {
    public Row {
      said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }

    @Override
    public String toString() {
      return place;
    }
  }

  /// What [#erase] would take beside the advertisements, by the same look. Of messages that wait
  /// only which they are: they say again what stands elsewhere, and also of others.
  Told tell(Person person, Set<ListingId> listings, Set<LeadId> leads);

  /// All of the listings, and what else names the person. Inside the transaction that reserved the
  /// listings.
  ///
  /// @param ways the phone numbers and mail addresses by which the leads are found no more
  Erased erase(Person person, Set<BlockingKey> ways, Set<ListingId> listings, Set<LeadId> leads);

  /// Leads as a whole, with all of their listings, of nobody in particular. Inside the transaction
  /// that reserved the listings.
  Erased retire(Set<ListingId> listings, Set<LeadId> leads);

  /// How often the person still stands anywhere, by place: in every column of every table, also in
  /// those that nobody thought of.
  Map<String, Long> left(Person person);
}
