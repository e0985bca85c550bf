package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.approving.AccessBasis;
import com.aiqleads.acquisition.approving.FieldGroup;
import com.aiqleads.acquisition.approving.ImageMode;
import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.acquisition.approving.SearchTarget;
import com.aiqleads.acquisition.approving.SourceChange;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decisions as their tables hold them.
final class SourceRows {

  private SourceRows() {}

  static void bind(PreparedStatement row, Permit permit) throws SQLException {
    Object[] fields = permit.allowedFields().stream().map(FieldGroup::id).sorted().toArray();
    row.setString(1, permit.source().id());
    row.setString(2, permit.termsUrl().toString());
    row.setObject(3, time(permit.termsReviewedAt()));
    row.setString(4, permit.robotsUrl().toString());
    row.setString(5, permit.accessBasis().id());
    row.setString(6, permit.approvedBy());
    row.setObject(7, time(permit.approvedAt()));
    row.setObject(8, time(permit.expiresAt()));
    row.setArray(9, row.getConnection().createArrayOf("text", fields));
    row.setString(10, permit.imageMode().id());
    row.setLong(11, permit.cadence().toMinutes());
  }

  static void bind(PreparedStatement row, SearchTarget target) throws SQLException {
    row.setString(1, target.source().id());
    row.setString(2, target.market());
    row.setString(3, target.place());
    row.setLong(4, target.cadence().toMinutes());
    row.setBoolean(5, target.active());
    row.setString(6, target.approvedBy());
    row.setObject(7, time(target.approvedAt()));
  }

  static void bind(PreparedStatement row, SourceChange change) throws SQLException {
    row.setObject(1, change.id());
    row.setObject(2, time(change.at()));
    row.setString(3, change.person());
    row.setString(4, change.source().id());
    row.setString(5, change.act().id());
    row.setString(6, change.subject());
    row.setString(7, change.text());
  }

  static Permit permit(ResultSet row) throws SQLException {
    return new Permit(
        source(row),
        URI.create(row.getString("terms_url")),
        instant(row, "terms_reviewed_at"),
        URI.create(row.getString("robots_url")),
        AccessBasis.of(row.getString("access_basis")),
        row.getString("approved_by"),
        instant(row, "approved_at"),
        instant(row, "expires_at"),
        fields((String[]) row.getArray("allowed_fields").getArray()),
        ImageMode.of(row.getString("image_mode")),
        Duration.ofMinutes(row.getLong("cadence_minutes")));
  }

  static SearchTarget target(ResultSet row) throws SQLException {
    return new SearchTarget(
        source(row),
        row.getString("market"),
        row.getString("place"),
        Duration.ofMinutes(row.getLong("cadence_minutes")),
        row.getBoolean("active"),
        row.getString("approved_by"),
        instant(row, "approved_at"));
  }

  static SourceChange change(ResultSet row) throws SQLException {
    return new SourceChange(
        row.getObject("id", UUID.class),
        instant(row, "changed_at"),
        row.getString("person"),
        source(row),
        SourceChange.Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT).replace('-', '_')),
        row.getString("subject"),
        row.getString("text"));
  }

  private static CrawledSite source(ResultSet row) throws SQLException {
    return CrawledSite.find(row.getString("source")).orElseThrow();
  }

  private static Set<FieldGroup> fields(String[] ids) {
    return Stream.of(ids).map(FieldGroup::of).collect(Collectors.toUnmodifiableSet());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
