package com.aiqleads.acquisition.standing;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.PropertyType;

/// Finds other homes' advertisements of which what they share counts. The marks of what is
/// filed are kept by whoever files it.
public interface Standings {

  /// How many advertisements with one contact or account are looked at. A phrase or a photo that
  /// more have is nobody's own: a figure of speech, or a placeholder.
  int MAX_SHARING = 50;

  /// Around a lead, by the marks of all its advertisements.
  Around around(Lead lead);

  /// Around an advertisement that nobody filed, by its own marks.
  Around around(Marks marks, Address address, PropertyType type, String market);
}
