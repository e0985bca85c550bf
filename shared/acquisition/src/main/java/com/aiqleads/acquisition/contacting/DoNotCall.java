package com.aiqleads.acquisition.contacting;

import com.aiqleads.kernel.Phone;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What the do-not-call lists said of a number when they were last asked; our own list is the
/// suppressions.
public interface DoNotCall {

  /// The newest of each list; none, if it was never looked up.
  List<Scrub> scrubs(Phone phone);

  /// That a number was looked up; an older look at the same list changes nothing.
  void note(Phone phone, Scrub scrub);

  /// Those that were not looked up on this list since then, or never.
  Set<Phone> due(Collection<Phone> phones, String list, Instant since);
}
