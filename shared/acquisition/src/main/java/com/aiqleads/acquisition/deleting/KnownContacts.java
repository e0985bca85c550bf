package com.aiqleads.acquisition.deleting;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.kernel.ListingId;
import java.util.List;
import java.util.Optional;

/// The contacts of all advertisements, one handful after the other.
public interface KnownContacts {

  record Known(ListingId listing, Contact contact) {}

  List<Known> after(Optional<ListingId> listing, int limit);
}
