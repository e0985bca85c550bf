package com.aiqleads.acquisition.hiring;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What a posting, or its end, means for the company that hires. Postings may come twice and in any
/// order; the latest that was seen of each counts.
public final class Hiring {

  private static final Comparator<OpenJob> NEWEST_FIRST =
      Comparator.<OpenJob, LocalDate>comparing(
              job -> Objects.requireNonNullElse(job.postedOn(), LocalDate.MIN))
          .reversed()
          .thenComparing(job -> job.id().value());

  private final HiringCompanies companies;

  public Hiring(HiringCompanies companies) {
    this.companies = companies;
  }

  /// The company if that is news of it: a posting that was not open before, or says something else.
  public Optional<HiringCompany> seen(LeadId id, JobBoard board, Employer employer, OpenJob job) {
    companies.reserve();
    boolean over =
        companies.endOf(job.id()).filter(end -> !end.isBefore(job.observedAt())).isPresent();
    Optional<HiringCompany> known = companies.find(id);
    Optional<OpenJob> before = known.flatMap(company -> open(company, job.id()));
    boolean older = before.filter(one -> !one.observedAt().isBefore(job.observedAt())).isPresent();
    if (over || older) {
      return Optional.empty();
    }
    boolean news = before.filter(job::saysTheSameAs).isEmpty();
    HiringCompany company =
        new HiringCompany(
            id,
            known.map(HiringCompany::version).orElse(0L) + (news ? 1 : 0),
            board,
            employer,
            with(known.map(HiringCompany::jobs).orElse(List.of()), job),
            companies.profileOf(id).orElse(null),
            known.map(HiringCompany::firstSeenAt).orElse(job.observedAt()));
    companies.save(company, job);
    return news ? Optional.of(company) : Optional.empty();
  }

  /// The company if it hires and its page says something that it did not say before.
  public Optional<HiringCompany> described(
      LeadId id, CompanyProfile profile, ProfileOrigin origin) {
    companies.reserve();
    Optional<CompanyProfile> before = companies.profileOf(id);
    if (before.filter(one -> !one.observedAt().isBefore(profile.observedAt())).isPresent()) {
      return Optional.empty();
    }
    companies.describe(id, profile, origin);
    Optional<HiringCompany> company =
        Optional.of(id)
            .filter(_ -> before.filter(profile::saysTheSameAs).isEmpty())
            .flatMap(companies::find)
            .filter(one -> !one.jobs().isEmpty())
            .map(one -> one.described(profile));
    company.ifPresent(companies::save);
    return company;
  }

  /// The company if the posting was open until then.
  public Optional<HiringCompany> ended(ListingId job, Instant at) {
    companies.reserve();
    companies.end(job, at);
    Optional<HiringCompany> without =
        companies
            .companyOf(job)
            .flatMap(companies::find)
            .filter(
                company ->
                    open(company, job).filter(one -> !one.observedAt().isAfter(at)).isPresent())
            .map(company -> without(company, job));
    without.ifPresent(company -> companies.saveWithout(company, job));
    return without;
  }

  private static Optional<OpenJob> open(HiringCompany company, ListingId job) {
    return company.jobs().stream().filter(one -> one.id().equals(job)).findFirst();
  }

  private static List<OpenJob> with(List<OpenJob> jobs, OpenJob job) {
    return Stream.concat(
            Stream.of(job), jobs.stream().filter(other -> !other.id().equals(job.id())))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  private static HiringCompany without(HiringCompany company, ListingId job) {
    return new HiringCompany(
        company.id(),
        company.version() + 1,
        company.board(),
        company.employer(),
        company.jobs().stream().filter(one -> !one.id().equals(job)).toList(),
        company.profile(),
        company.firstSeenAt());
  }
}
