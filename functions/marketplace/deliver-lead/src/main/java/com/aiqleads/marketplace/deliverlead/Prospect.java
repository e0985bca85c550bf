package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.Contact;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.delivery.Freight;
import java.util.List;
import java.util.Optional;

/// A seller as customer relations systems want them. Personal: its text form says nothing.
///
/// @param note what there is to know of the home, and where
record Prospect(
    String given,
    String family,
    List<String> phones,
    List<String> emails,
    String note,
    Optional<ShownLead.Owned> shown) {

  /// Nobody: the domain is one that nobody can have.
  private static final Prospect TEST =
      new Prospect(
          "Test",
          "AIQLeads",
          List.of(),
          List.of("delivery-test@aiqleads.example"),
          "A test of your deliveries. Nobody asks you anything; you may delete it.",
          Optional.empty());

  static Prospect of(Freight freight) {
    return switch (freight) {
      case Freight.Test _ -> TEST;
      case Freight.Lead lead -> of(lead);
    };
  }

  private static Prospect of(Freight.Lead lead) {
    ShownLead.Owned shown = lead.shown();
    Contact contact = shown.contact();
    String name = contact.name() == null ? "" : contact.name().strip();
    int space = name.lastIndexOf(' ');
    return new Prospect(
        space < 0 ? "" : name.substring(0, space).strip(),
        name.substring(space + 1),
        contact.phones().stream().map(Phone::e164).toList(),
        contact.emails().stream().map(Email::address).toList(),
        note(lead),
        Optional.of(shown));
  }

  private static String note(Freight.Lead lead) {
    ShownLead.Owned shown = lead.shown();
    Contact contact = shown.contact();
    StringBuilder note = new StringBuilder(shown.card().headline()).append('.');
    if (shown.card().askingPrice() != null) {
      note.append(" Asking ").append(shown.card().askingPrice()).append('.');
    }
    note.append(' ').append(place(shown.address())).append('.');
    note.append("\nAdvertised at ").append(shown.advertisement().url());
    contact.phones().stream().skip(1).forEach(it -> note.append("\nAlso ").append(it.e164()));
    contact.emails().stream().skip(1).forEach(it -> note.append("\nAlso ").append(it.address()));
    return note.append("\nAIQLeads ").append(lead.bought().lead().text()).toString();
  }

  static String street(Address address) {
    return address.unit() == null ? address.street() : address.street() + " " + address.unit();
  }

  private static String place(Address address) {
    return street(address) + ", " + address.city() + ", " + address.state() + " " + address.zip();
  }

  Optional<String> phone() {
    return phones.stream().findFirst();
  }

  Optional<String> email() {
    return emails.stream().findFirst();
  }

  @Override
  public String toString() {
    return "a prospect";
  }
}
