package com.aiqleads.acquisition.resolvelead;

import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The resolution over the leads of the store.
@Factory
final class ResolveLead {

  @Singleton
  LeadResolution resolution(Leads leads, InstantSource clock) {
    return new LeadResolution(leads, clock);
  }
}
