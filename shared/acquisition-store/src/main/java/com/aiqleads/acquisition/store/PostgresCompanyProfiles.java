package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.Headcount;
import com.aiqleads.acquisition.hiring.ProfileOrigin;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// What companies' own pages say, and where each field of it stood.
record PostgresCompanyProfiles(Database database) {

  private static final String FIND =
      """
      select name, website, industry, least_employees, most_employees, headquarters, organisation,
        founded_year, observed_at
      from company_profiles where company_id = ?
      """;

  private static final String SAVE =
      """
      insert into company_profiles (company_id, name, website, industry, least_employees,
        most_employees, headquarters, organisation, founded_year, observed_at, page_id,
        snapshot_key, parser_version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (company_id) do update
        set name = excluded.name, website = excluded.website, industry = excluded.industry,
          least_employees = excluded.least_employees, most_employees = excluded.most_employees,
          headquarters = excluded.headquarters, organisation = excluded.organisation,
          founded_year = excluded.founded_year, observed_at = excluded.observed_at,
          page_id = excluded.page_id, snapshot_key = excluded.snapshot_key,
          parser_version = excluded.parser_version
      """;

  private static final String PATHS =
      """
      insert into company_profile_paths (company_id, field, path)
      select ?, field, path from unnest(?::text[], ?::text[]) as read (field, path)
      """;

  Optional<CompanyProfile> of(LeadId company) {
    return database.queryOne(
        FIND, find -> find.setObject(1, company.value()), PostgresCompanyProfiles::profile);
  }

  private static CompanyProfile profile(ResultSet row) throws SQLException {
    Integer least = row.getObject("least_employees", Integer.class);
    return new CompanyProfile(
        row.getString("name"),
        row.getString("website"),
        row.getString("industry"),
        least == null ? null : new Headcount(least, row.getObject("most_employees", Integer.class)),
        row.getString("headquarters"),
        row.getString("organisation"),
        row.getObject("founded_year", Integer.class),
        row.getObject("observed_at", OffsetDateTime.class).toInstant());
  }

  void save(LeadId company, CompanyProfile profile, ProfileOrigin origin) {
    Headcount headcount = profile.headcount();
    database.update(
        SAVE,
        save -> {
          save.setObject(1, company.value());
          save.setString(2, profile.name());
          save.setString(3, profile.website());
          save.setString(4, profile.industry());
          save.setObject(5, headcount == null ? null : headcount.least());
          save.setObject(6, headcount == null ? null : headcount.most());
          save.setString(7, profile.headquarters());
          save.setString(8, profile.organisation());
          save.setObject(9, profile.foundedYear());
          save.setObject(10, profile.observedAt().atOffset(ZoneOffset.UTC));
          save.setObject(11, origin.page().value());
          save.setString(12, origin.snapshotKey());
          save.setString(13, origin.parserVersion());
        });
    savePaths(company, origin);
  }

  private void savePaths(LeadId company, ProfileOrigin origin) {
    database.update(
        "delete from company_profile_paths where company_id = ?",
        row -> row.setObject(1, company.value()));
    database.update(
        PATHS,
        row -> {
          row.setObject(1, company.value());
          Parameters.array(row, 2, "text", origin.paths().keySet().toArray());
          Parameters.array(row, 3, "text", origin.paths().values().toArray());
        });
  }
}
