package com.aiqleads.acquisition.checkfraud;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.address.Gazetteer;
import com.aiqleads.acquisition.address.Geocode;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.acquisition.contact.ContactCheck;
import com.aiqleads.acquisition.contact.MailDomains;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.scoring.Fraud;
import com.aiqleads.acquisition.scoring.FraudRules;
import com.aiqleads.acquisition.standing.Marks;
import com.aiqleads.acquisition.standing.Standing;
import com.aiqleads.acquisition.standing.Standings;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The rules by which leads are scored, over what is known now; nothing is kept, and no service on
/// the network is asked.
@Singleton
final class CheckFraud {

  private static final Location NOWHERE = new Location(new GeoPoint(0, 0), Accuracy.CITY);

  private final LeadResolution resolution;
  private final Standings standings;
  private final InstantSource clock;
  private final Geocoder shipped = Gazetteer.shipped();
  private final ContactCheck contacts = new ContactCheck(MailDomains.UNASKED);

  CheckFraud(Leads leads, Standings standings, InstantSource clock) {
    this.resolution = new LeadResolution(leads, clock);
    this.standings = standings;
    this.clock = clock;
  }

  Optional<Fraud> of(LeadId id) {
    return resolution
        .look(id)
        .map(lead -> FraudRules.fraudIn(lead, Standing.of(lead, standings.around(lead))));
  }

  Fraud of(Posted posted) {
    Lead lead = lead(posted, clock.instant());
    Marks marks = Marks.of(lead.listing(), lead.contact(), posted.sellerUrl());
    return FraudRules.fraudIn(
        lead,
        Standing.of(
            lead,
            standings.around(marks, posted.address(), posted.property().type(), posted.market())));
  }

  /// As if it had been found on a site this moment; of which, no rule asks.
  private Lead lead(Posted posted, Instant now) {
    Listing listing =
        new Listing(
            Listing.idOf(Source.FSBO, "posted"),
            Source.FSBO,
            "posted",
            "",
            posted.title(),
            posted.description(),
            posted.price(),
            posted.property(),
            null,
            posted.photoUrls(),
            null,
            now);
    Contact contact = contacts.check(posted.contact(), posted.description());
    return new Lead(
        new LeadId(Ids.derived("posted")),
        1,
        posted.market(),
        listing,
        posted.address(),
        place(posted),
        contact,
        List.of(),
        1,
        now);
  }

  private Location place(Posted posted) {
    return shipped.locate(posted.address()) instanceof Geocode.Found(Location location)
        ? location
        : NOWHERE;
  }
}
