package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.address.Gazetteer;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.acquisition.contact.MailDomains;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Lookups without a network.
public final class LookupsFixtures {

  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static final Duration LONG = Duration.ofMinutes(1);

  private LookupsFixtures() {}

  /// With what is shipped with us, and no more.
  public static Lookups shipped() {
    return of(Gazetteer.shipped());
  }

  static Lookups of(Geocoder geocoder) {
    return of(geocoder, geocoder, MailDomains.UNASKED, LONG);
  }

  static Lookups of(Geocoder geocoder, Geocoder shipped, MailDomains domains, Duration patience) {
    return new Lookups(geocoder, shipped, domains, THREADS, () -> patience);
  }
}
