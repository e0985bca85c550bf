package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.Phone;
import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.Contact;
import com.aiqleads.marketplace.Property;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.delivery.Parcel;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is sent, in the shape of Standard Webhooks. Personal: its text form says only its type.
@Serdeable
record LeadMessage(String type, Instant timestamp, @Nullable BoughtLead data) {

  @Serdeable
  record BoughtLead(
      String order,
      String line,
      String lead,
      String mode,
      Money price,
      Instant boughtAt,
      String headline,
      @Nullable Money askingPrice,
      Place address,
      Seller seller,
      Home property,
      String source,
      String url,
      String passport) {}

  @Serdeable
  record Place(String street, @Nullable String unit, String city, String state, String zip) {

    static Place of(Address address) {
      return new Place(
          address.street(), address.unit(), address.city(), address.state(), address.zip());
    }
  }

  @Serdeable
  record Seller(@Nullable String name, List<String> phones, List<String> emails) {

    static Seller of(Contact contact) {
      return new Seller(
          contact.name(),
          contact.phones().stream().map(Phone::e164).toList(),
          contact.emails().stream().map(Email::address).toList());
    }
  }

  @Serdeable
  record Home(
      String type,
      @Nullable Integer bedrooms,
      @Nullable BigDecimal bathrooms,
      @Nullable Integer livingAreaSqft,
      @Nullable Integer lotSizeSqft,
      @Nullable Integer yearBuilt) {

    static Home of(Property property) {
      return new Home(
          property.type(),
          property.bedrooms(),
          property.bathrooms(),
          property.livingAreaSqft(),
          property.lotSizeSqft(),
          property.yearBuilt());
    }
  }

  static LeadMessage test(Instant now) {
    return new LeadMessage("endpoint.test", now, null);
  }

  static LeadMessage of(Parcel.Bought bought, ShownLead.Owned lead, Instant now) {
    return new LeadMessage(
        "lead.bought",
        now,
        new BoughtLead(
            bought.order().text(),
            bought.line().text(),
            bought.lead().text(),
            bought.mode().text(),
            bought.price(),
            bought.at(),
            lead.card().headline(),
            lead.card().askingPrice(),
            Place.of(lead.address()),
            Seller.of(lead.contact()),
            Home.of(lead.card().property()),
            lead.advertisement().source(),
            lead.advertisement().url(),
            "/leads/" + bought.lead().text() + "/passport"));
  }

  @Override
  public String toString() {
    return type;
  }
}
