package com.aiqleads.acquisition.validatelead;

import com.aiqleads.acquisition.address.Gazetteer;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.acquisition.contact.ContactCheck;
import com.aiqleads.acquisition.contact.MailDomains;
import com.aiqleads.acquisition.validation.ListingValidation;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// What validating is made of. Mail domains are not asked yet: that needs the network and a cache.
@Factory
final class ValidateLead {

  @Singleton
  Geocoder geocoder() {
    return Gazetteer.shipped();
  }

  @Singleton
  MailDomains mailDomains() {
    return MailDomains.UNASKED;
  }

  @Singleton
  ListingValidation validation(Geocoder geocoder, MailDomains mailDomains) {
    return new ListingValidation(geocoder, new ContactCheck(mailDomains));
  }
}
