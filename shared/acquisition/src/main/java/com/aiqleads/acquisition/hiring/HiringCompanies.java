package com.aiqleads.acquisition.hiring;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.Optional;

/// The companies that are known to hire, and their postings.
public interface HiringCompanies {

  /// Until the transaction ends nobody else changes any of them.
  void reserve();

  Optional<HiringCompany> find(LeadId company);

  /// What its own page said last, also of a company that is not known to hire.
  Optional<CompanyProfile> profileOf(LeadId company);

  /// Keeps that, and where it comes from, instead of what was known.
  void describe(LeadId company, CompanyProfile profile, ProfileOrigin origin);

  /// Keeps the company with the postings that it has.
  void save(HiringCompany company);

  /// Whose posting it is, as far as it was ever seen.
  Optional<LeadId> companyOf(ListingId job);

  /// When it was last found to be closed.
  Optional<Instant> endOf(ListingId job);

  /// Keeps the company with one of its postings, as it is now.
  void save(HiringCompany company, OpenJob job);

  /// Keeps the company without the posting.
  void saveWithout(HiringCompany company, ListingId job);

  /// Remembers the latest end of a posting, also of one that was not seen yet.
  void end(ListingId job, Instant at);
}
