package com.aiqleads.events;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.OfferId;
import com.aiqleads.kernel.PageId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.util.function.Function;

/// How kernel types read in JSON, everywhere: said here and nowhere else.
@Factory
final class KernelSerdes {

  @Singleton
  Serde<CorrelationId> correlationId() {
    return id(CorrelationId::parse);
  }

  @Singleton
  Serde<EventId> eventId() {
    return id(EventId::parse);
  }

  @Singleton
  Serde<LeadId> leadId() {
    return id(LeadId::parse);
  }

  @Singleton
  Serde<ListingId> listingId() {
    return id(ListingId::parse);
  }

  @Singleton
  Serde<OfferId> offerId() {
    return id(OfferId::parse);
  }

  @Singleton
  Serde<PageId> pageId() {
    return id(PageId::parse);
  }

  @Singleton
  Serde<TeamId> teamId() {
    return id(TeamId::parse);
  }

  @Singleton
  Serde<UserId> userId() {
    return id(UserId::parse);
  }

  @Singleton
  Serde<Email> email() {
    return new TextSerde<>(Email::new, Email::address);
  }

  @Singleton
  Serde<Phone> phone() {
    return new TextSerde<>(Phone::new, Phone::e164);
  }

  @Singleton
  Serde<Money> money() {
    return new MoneySerde();
  }

  @Singleton
  Serde<GeoPoint> geoPoint() {
    return new GeoPointSerde();
  }

  private static <T extends Id> Serde<T> id(Function<String, T> parse) {
    return new TextSerde<>(parse, Id::text);
  }
}
