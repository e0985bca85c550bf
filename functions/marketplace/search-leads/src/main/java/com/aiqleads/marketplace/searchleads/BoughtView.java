package com.aiqleads.marketplace.searchleads;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.Advertisement;
import com.aiqleads.marketplace.Contact;
import com.aiqleads.marketplace.ShownLead;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a team gets with a lead. Personal: its text form hides everything.
@Serdeable
record BoughtView(
    Contact contact,
    @Schema(
            description =
                "Says what the contact may be used for when it is asked: ask before each call.",
            example = "/leads/lead_01M7T1X131F02BNNQYJJJNY65J/passport")
        String passport,
    Address address,
    GeoPoint location,
    String title,
    @Nullable String description,
    String source,
    String url,
    List<String> photoUrls) {

  static BoughtView of(ShownLead.Owned owned) {
    Advertisement advertisement = owned.advertisement();
    return new BoughtView(
        owned.contact(),
        "/leads/" + owned.card().leadId().text() + "/passport",
        owned.address(),
        owned.point(),
        advertisement.title(),
        advertisement.description(),
        advertisement.source(),
        advertisement.url(),
        advertisement.photoUrls());
  }

  @Override
  public String toString() {
    return "BoughtView[***]";
  }
}
