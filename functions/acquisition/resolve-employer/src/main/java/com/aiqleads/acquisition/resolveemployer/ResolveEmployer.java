package com.aiqleads.acquisition.resolveemployer;

import com.aiqleads.acquisition.hiring.Hiring;
import com.aiqleads.acquisition.hiring.HiringCompanies;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// The rules of hiring over the companies of the store.
@Factory
final class ResolveEmployer {

  @Singleton
  Hiring hiring(HiringCompanies companies) {
    return new Hiring(companies);
  }
}
