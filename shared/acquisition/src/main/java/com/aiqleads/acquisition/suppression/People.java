package com.aiqleads.acquisition.suppression;

import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.kernel.LeadId;
import java.util.List;

/// Finds people in what is kept of advertisements.
public interface People {

  /// An advertisement that names the person, and its lead.
  record Held(LeadId lead, Advertisement advertisement) {}

  /// By contact, by home, and by phone numbers and mail addresses in the text. The oldest first.
  List<Held> held(Person person);
}
