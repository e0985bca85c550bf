package com.aiqleads.acquisition.hiring;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Companies in memory.
public final class InMemoryHiringCompanies implements HiringCompanies {

  private final Map<LeadId, HiringCompany> companies = new HashMap<>();
  private final Map<ListingId, LeadId> companyOf = new HashMap<>();
  private final Map<LeadId, CompanyProfile> profiles = new HashMap<>();
  private final Map<LeadId, ProfileOrigin> origins = new HashMap<>();
  private final Map<ListingId, Instant> endings = new HashMap<>();

  @Override
  public void reserve() {}

  @Override
  public Optional<HiringCompany> find(LeadId company) {
    return Optional.ofNullable(companies.get(company));
  }

  @Override
  public Optional<CompanyProfile> profileOf(LeadId company) {
    return Optional.ofNullable(profiles.get(company));
  }

  @Override
  public void describe(LeadId company, CompanyProfile profile, ProfileOrigin origin) {
    profiles.put(company, profile);
    origins.put(company, origin);
  }

  /// Where what is known of a company comes from.
  public Optional<ProfileOrigin> originOf(LeadId company) {
    return Optional.ofNullable(origins.get(company));
  }

  @Override
  public void save(HiringCompany company) {
    companies.put(company.id(), company);
  }

  @Override
  public Optional<LeadId> companyOf(ListingId job) {
    return Optional.ofNullable(companyOf.get(job));
  }

  @Override
  public Optional<Instant> endOf(ListingId job) {
    return Optional.ofNullable(endings.get(job));
  }

  @Override
  public void save(HiringCompany company, OpenJob job) {
    companies.put(company.id(), company);
    companyOf.put(job.id(), company.id());
  }

  @Override
  public void saveWithout(HiringCompany company, ListingId job) {
    companies.put(company.id(), company);
  }

  @Override
  public void end(ListingId job, Instant at) {
    endings.merge(job, at, (one, other) -> one.isAfter(other) ? one : other);
  }
}
