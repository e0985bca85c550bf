package com.aiqleads.acquisition.resolveemployer;

import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.HiringCompany;
import com.aiqleads.acquisition.hiring.OpenJob;
import com.aiqleads.events.acquisition.BusinessLeadFound;
import com.aiqleads.events.acquisition.HiringJob;

/// A company that hires in the words of its event.
final class BusinessLead {

  /// Of some hundred bytes each; the number of all is told beside them.
  static final int MAX_JOBS = 40;

  private BusinessLead() {}

  static BusinessLeadFound of(HiringCompany company) {
    CompanyProfile profile = company.profile();
    return new BusinessLeadFound(
        company.id(),
        company.version(),
        company.board().id(),
        ToEvent.employer(company.employer()),
        company.jobs().size(),
        company.jobs().stream().limit(MAX_JOBS).map(BusinessLead::job).toList(),
        company.jobs().stream().map(OpenJob::market).distinct().sorted().toList(),
        profile == null ? null : ToEvent.company(profile),
        company.firstSeenAt());
  }

  private static HiringJob job(OpenJob job) {
    return new HiringJob(
        job.id(),
        job.market(),
        job.url(),
        job.title(),
        job.seniority(),
        job.employmentType(),
        job.application().where().id(),
        job.application().url(),
        job.postedOn(),
        job.observedAt());
  }
}
