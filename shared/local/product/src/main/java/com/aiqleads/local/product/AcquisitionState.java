package com.aiqleads.local.product;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/// What acquisition knows in the end, and what the market shows of it, fact by fact: without ids
/// that are drawn, times of our own and how anything was sealed. Leads are named by the
/// advertisements that they are made of.
final class AcquisitionState {

  private static final String ADVERTISEMENTS =
      """
      select 'advertisement ' || url,
        concat_ws('|', title, description, price_minor_units, price_currency, property_type, bedrooms,
          bathrooms, living_area_sqft, lot_size_sqft, year_built, listed_on, photo_urls, mls_number,
          street, unit, city, state, zip, latitude, longitude, accuracy, market)
      from advertisements
      """;
  private static final String CLUSTERS =
      """
      select 'lead of ' || min(url), string_agg(url, ' ' order by url)
      from advertisements group by lead_id
      """;
  private static final String PEOPLE =
      """
      select 'person behind ' || min(url), string_agg(url, ' ' order by url)
      from advertisements where person_id is not null group by person_id
      """;
  private static final String LINEAGE =
      """
      select 'lineage ' || url,
        concat_ws('|', source, market, snapshot_key is null, parser_version, price_minor_units, by_broker)
      from lineage
      """;
  private static final String REFUSALS =
      """
      select 'refusal ' || subject || ' ' || step || ' ' || url,
        string_agg(distinct reason_codes::text, ' ' order by reason_codes::text)
      from refusals where step <> 'publish-lead' group by subject, step, url
      """;

  /// A lead may be refused at first that later, of more advertisements, is not; which version comes
  /// first depends on what was fetched first. So these count where it has no offer in the end.
  private static final String REFUSED_LEADS =
      """
      select a.lead_id::text, string_agg(distinct r.reason_codes::text, ' ' order by r.reason_codes::text)
      from advertisements a join refusals r on r.source = a.source and r.url = a.url
      where r.step = 'publish-lead' group by a.lead_id
      """;

  private static final String ENDINGS =
      "select 'ending ' || listing_id, '' from endings union select 'job ending ' || listing_id, ''"
          + " from job_endings";
  private static final String EMPLOYERS =
      """
      select 'employer ' || board || ' ' || handle, concat_ws('|', name, page_url)
      from hiring_companies
      union all
      select 'profile ' || company_id,
        concat_ws('|', name, website, industry, least_employees, most_employees, headquarters,
          organisation, founded_year)
      from company_profiles
      union all
      select 'job ' || url,
        concat_ws('|', is_open, market, title, seniority, employment_type, application, application_url,
          posted_on)
      from hiring_jobs
      """;
  private static final String PERMITS =
      """
      select 'permit ' || source, concat_ws('|', terms_url, access_basis, allowed_fields, image_mode)
      from source_permits
      """;
  private static final String LEADS =
      "select lead_id::text, min(url) from advertisements group by 1";

  private static final String OFFERS =
      """
      select lead_id::text,
        concat_ws('|', standing, market, listings, street, unit, city_name, state, zip, bedrooms,
          bathrooms, living_area_sqft, year_built, has_phone, has_email, fraud,
          quality)
      from offers
      """;

  private AcquisitionState() {}

  /// @throws IllegalStateException if search and market disagree, or letters are dead
  static Map<String, String> read(RunningProduct product, long redriven, long dead)
      throws SQLException, IOException {
    AwsCalls aws = new AwsCalls(product.aws());
    Map<String, String> state = new TreeMap<>();
    try (Connection acquisition = aws.database("acquisition");
        Connection marketplace = aws.database("marketplace")) {
      for (String sql :
          new String[] {
            ADVERTISEMENTS, CLUSTERS, PEOPLE, LINEAGE, REFUSALS, ENDINGS, EMPLOYERS, PERMITS
          }) {
        state.putAll(rows(acquisition, sql));
      }
      Map<String, String> leads = rows(acquisition, LEADS);
      Map<String, String> offers = rows(marketplace, OFFERS);
      offers.forEach((lead, offer) -> state.put("offer of " + leads.get(lead), offer));
      Map<String, String> refused = rows(acquisition, REFUSED_LEADS);
      refused.keySet().removeAll(offers.keySet());
      refused.forEach((lead, why) -> state.put("refused " + leads.get(lead), why));
      IndexAccounts index = IndexAccounts.read(product.admin(), marketplace);
      if (dead > 0 || !index.missing().isEmpty() || !index.leftOver().isEmpty()) {
        throw new IllegalStateException(
            "dead letters: %d, not found by search: %s, wrongly found: %s"
                .formatted(dead, index.missing(), index.leftOver()));
      }
    }
    return state;
  }

  private static Map<String, String> rows(Connection connection, String sql) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.put(rows.getString(1), String.valueOf(rows.getString(2)));
      }
    }
    return found;
  }
}
