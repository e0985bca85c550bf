package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.contact.ContactRemark;
import com.aiqleads.kernel.LeadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells of somebody who sells several other homes: an agent, or worse.
final class SharedPhones {

  static final int SHARED_FROM = 3;

  private SharedPhones() {}

  static Lead remarked(KnownLead lead, Candidates around) {
    Lead merged = lead.merged();
    if (merged.contact().phones().isEmpty()) {
      return merged;
    }
    Set<LeadId> others = new HashSet<>(around.ofPersons());
    around.leads().stream()
        .filter(other -> sharesPhone(merged, other))
        .forEach(other -> others.add(other.id()));
    others.remove(lead.id());
    return others.size() < SHARED_FROM ? merged : remarked(merged);
  }

  private static Lead remarked(Lead merged) {
    Contact contact = merged.contact();
    List<Explained> remarks = new ArrayList<>(contact.remarks());
    remarks.add(Explained.by(ContactRemark.PHONE_SHARED));
    return merged.with(new Contact(contact.name(), contact.phones(), contact.emails(), remarks));
  }

  private static boolean sharesPhone(Lead one, KnownLead other) {
    return other.shown().stream()
        .anyMatch(ad -> !Collections.disjoint(one.contact().phones(), ad.contact().phones()));
  }
}
