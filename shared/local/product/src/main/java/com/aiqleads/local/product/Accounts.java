package com.aiqleads.local.product;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/// What became of the listings.
record Accounts(
    Set<String> listings,
    Set<String> unpublished,
    IndexAccounts index,
    long publishedTwice,
    long redriven,
    long dead) {

  private static final String LISTINGS =
      """
      select url from advertisements
      union
      select url from refusals
      """;
  private static final String LEADS = "select id::text from leads";
  private static final String OFFERS = "select lead_id::text from offers";
  private static final String ENDED = "select lead_id::text from ended_leads";
  private static final String REFUSED_AFTER_RESOLUTION =
      """
      select a.lead_id::text from advertisements a
      join refusals r on r.source = a.source and r.url = a.url
      """;
  private static final String TWICE =
      """
      select coalesce(sum(events - 1), 0) from (
        select count(*) as events from outbox where event = 'LeadPublished'
        group by body::jsonb -> 'data' -> 'lead' ->> 'leadId',
                 body::jsonb -> 'data' -> 'lead' ->> 'version') published
      """;

  static Accounts read(RunningProduct product, long redriven, long dead) throws SQLException {
    AwsCalls aws = new AwsCalls(product.aws());
    try (Connection acquisition = aws.database("acquisition");
        Connection marketplace = aws.database("marketplace")) {
      Set<String> unpublished = strings(acquisition, LEADS);
      unpublished.removeAll(strings(marketplace, OFFERS));
      unpublished.removeAll(strings(marketplace, ENDED));
      unpublished.removeAll(strings(acquisition, REFUSED_AFTER_RESOLUTION));
      return new Accounts(
          strings(acquisition, LISTINGS),
          unpublished,
          IndexAccounts.read(product.admin(), marketplace),
          Long.parseLong(strings(marketplace, TWICE).iterator().next()),
          redriven,
          dead);
    }
  }

  private static Set<String> strings(Connection connection, String sql) throws SQLException {
    Set<String> found = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
