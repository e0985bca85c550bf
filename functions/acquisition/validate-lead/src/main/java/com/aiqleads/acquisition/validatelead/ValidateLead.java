package com.aiqleads.acquisition.validatelead;

import com.aiqleads.acquisition.address.Gazetteer;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.acquisition.contact.MailDomains;
import com.aiqleads.acquisition.proposing.ProposeAddress;
import com.aiqleads.acquisition.store.ValidationStore;
import com.aiqleads.acquisition.validation.CachedGeocoder;
import com.aiqleads.acquisition.validation.CachedMailDomains;
import com.aiqleads.acquisition.validation.ListingValidation;
import com.aiqleads.acquisition.validation.Lookups;
import com.aiqleads.acquisition.validation.ValidationCache;
import com.aiqleads.lambda.RemainingTime;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What validating is made of. The network is asked only where the stage says so, and then behind a
/// cache that all share.
@Factory
final class ValidateLead {

  /// Left of the invocation to decide, to send and to answer.
  private static final Duration MARGIN = Duration.ofSeconds(4);

  /// No service is worth more: the next advertisement waits behind this one.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @Singleton
  ListingValidation validation(
      Services services,
      @Named(ValidationStore.NETWORK) BeanProvider<Geocoder> geocoder,
      @Named(ValidationStore.NETWORK) BeanProvider<MailDomains> mailDomains,
      BeanProvider<ValidationCache> cache,
      ProposeAddress propose,
      RemainingTime time) {
    Geocoder shipped = Gazetteer.shipped();
    Geocoder asked =
        services.asksCensus() ? new CachedGeocoder(geocoder.get(), cache.get()) : shipped;
    MailDomains domains =
        services.asksNameServer()
            ? new CachedMailDomains(mailDomains.get(), cache.get())
            : MailDomains.UNASKED;
    return new ListingValidation(
        new Lookups(asked, shipped, domains, threads(), () -> patience(time.remaining())), propose);
  }

  /// Of the platform: whoever computes on a virtual thread keeps one of their few carriers.
  private static ExecutorService threads() {
    return Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("lookup ", 0).factory());
  }

  static Duration patience(Duration remaining) {
    Duration left = remaining.minus(MARGIN);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }
}
