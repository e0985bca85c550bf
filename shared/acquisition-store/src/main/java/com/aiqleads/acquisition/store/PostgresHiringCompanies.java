package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.hiring.Application;
import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.Employer;
import com.aiqleads.acquisition.hiring.HiringCompanies;
import com.aiqleads.acquisition.hiring.HiringCompany;
import com.aiqleads.acquisition.hiring.OpenJob;
import com.aiqleads.acquisition.hiring.ProfileOrigin;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Companies and their postings in tables of their own. Few write here: one lock is for all.
final class PostgresHiringCompanies implements HiringCompanies {

  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext('acquisition.hiring_companies'))";

  private static final String FIND =
      """
      select board, handle, name, page_url, version, first_seen_at
      from hiring_companies where id = ?
      """;

  private static final String JOBS =
      """
      select listing_id, market, url, title, seniority, employment_type, application,
        application_url, posted_on, observed_at
      from hiring_jobs where company_id = ? and is_open
      order by posted_on desc nulls last, listing_id
      """;

  private static final String SAVE_COMPANY =
      """
      insert into hiring_companies (id, version, board, handle, name, page_url, first_seen_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update
        set version = excluded.version, name = excluded.name, page_url = excluded.page_url
      """;

  private static final String SAVE_JOB =
      """
      insert into hiring_jobs (listing_id, company_id, is_open, market, url, title, seniority,
        employment_type, application, application_url, posted_on, observed_at)
      values (?, ?, true, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (listing_id) do update
        set company_id = excluded.company_id, is_open = true, market = excluded.market,
          url = excluded.url, title = excluded.title, seniority = excluded.seniority,
          employment_type = excluded.employment_type, application = excluded.application,
          application_url = excluded.application_url, posted_on = excluded.posted_on,
          observed_at = excluded.observed_at
      """;

  private static final String END =
      """
      insert into job_endings (listing_id, ended_at) values (?, ?)
      on conflict (listing_id) do update
        set ended_at = greatest(job_endings.ended_at, excluded.ended_at)
      """;

  private final Database database;
  private final PostgresCompanyProfiles profiles;

  PostgresHiringCompanies(Database database) {
    this.database = database;
    this.profiles = new PostgresCompanyProfiles(database);
  }

  @Override
  public void reserve() {
    database.query(LOCK, _ -> {}, _ -> true);
  }

  @Override
  public Optional<HiringCompany> find(LeadId company) {
    List<OpenJob> jobs = jobs(company);
    CompanyProfile profile = profileOf(company).orElse(null);
    return database.queryOne(
        FIND,
        find -> find.setObject(1, company.value()),
        row -> company(company, row, jobs, profile));
  }

  private static HiringCompany company(
      LeadId id, ResultSet row, List<OpenJob> jobs, @Nullable CompanyProfile profile)
      throws SQLException {
    String board = row.getString("board");
    return new HiringCompany(
        id,
        row.getLong("version"),
        JobBoard.find(board)
            .orElseThrow(() -> new IllegalStateException("a company of no board: " + board)),
        new Employer(row.getString("name"), row.getString("page_url"), row.getString("handle")),
        jobs,
        profile,
        instant(row, "first_seen_at"));
  }

  private List<OpenJob> jobs(LeadId company) {
    return database.query(
        JOBS,
        find -> find.setObject(1, company.value()),
        row ->
            new OpenJob(
                new ListingId(row.getObject("listing_id", UUID.class)),
                row.getString("market"),
                row.getString("url"),
                row.getString("title"),
                row.getString("seniority"),
                row.getString("employment_type"),
                new Application(
                    Application.Where.of(row.getString("application")),
                    row.getString("application_url")),
                day(row),
                instant(row, "observed_at")));
  }

  @Override
  public Optional<CompanyProfile> profileOf(LeadId company) {
    return profiles.of(company);
  }

  @Override
  public void describe(LeadId company, CompanyProfile profile, ProfileOrigin origin) {
    profiles.save(company, profile, origin);
  }

  @Override
  public Optional<LeadId> companyOf(ListingId job) {
    return database.queryOne(
        "select company_id from hiring_jobs where listing_id = ?",
        find -> find.setObject(1, job.value()),
        row -> new LeadId(row.getObject("company_id", UUID.class)));
  }

  @Override
  public Optional<Instant> endOf(ListingId job) {
    return database.queryOne(
        "select ended_at from job_endings where listing_id = ?",
        find -> find.setObject(1, job.value()),
        row -> instant(row, "ended_at"));
  }

  @Override
  public void save(HiringCompany company, OpenJob job) {
    save(company);
    database.update(
        SAVE_JOB,
        save -> {
          save.setObject(1, job.id().value());
          save.setObject(2, company.id().value());
          save.setString(3, job.market());
          save.setString(4, job.url());
          save.setString(5, job.title());
          save.setString(6, job.seniority());
          save.setString(7, job.employmentType());
          save.setString(8, job.application().where().id());
          save.setString(9, job.application().url());
          save.setObject(10, job.postedOn());
          save.setObject(11, job.observedAt().atOffset(ZoneOffset.UTC));
        });
  }

  @Override
  public void saveWithout(HiringCompany company, ListingId job) {
    save(company);
    database.update(
        "update hiring_jobs set is_open = false where listing_id = ?",
        close -> close.setObject(1, job.value()));
  }

  @Override
  public void save(HiringCompany company) {
    database.update(
        SAVE_COMPANY,
        save -> {
          save.setObject(1, company.id().value());
          save.setLong(2, company.version());
          save.setString(3, company.board().id());
          save.setString(4, company.employer().handle());
          save.setString(5, company.employer().name());
          save.setString(6, company.employer().pageUrl());
          save.setObject(7, company.firstSeenAt().atOffset(ZoneOffset.UTC));
        });
  }

  @Override
  public void end(ListingId job, Instant at) {
    database.update(
        END,
        end -> {
          end.setObject(1, job.value());
          end.setObject(2, at.atOffset(ZoneOffset.UTC));
        });
  }

  private static @Nullable LocalDate day(ResultSet row) throws SQLException {
    return row.getObject("posted_on", LocalDate.class);
  }

  private static Instant instant(ResultSet row, String name) throws SQLException {
    return row.getObject(name, OffsetDateTime.class).toInstant();
  }
}
