package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.standing.Act;
import com.aiqleads.marketplace.standing.BuyBox;
import com.aiqleads.marketplace.standing.Channel;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A standing order with one version of its terms.
final class StandingOrderRow {

  /// Of `standing_orders s` and `standing_terms t`.
  static final String COLUMNS =
      """
      s.standing_order_id, s.team_id, s.owner, t.version, s.since, s.made_at, t.state, t.name,
        t.search_names, t.search_texts, t.act, t.exclusive, t.limit_amount, t.cap_spans,
        t.cap_leads, t.cap_amounts, t.channel, t.valid_until
      """;

  /// With the terms of now.
  static final String NOW =
      "select "
          + COLUMNS
          + " from standing_orders s join standing_terms t"
          + " on t.standing_order_id = s.standing_order_id and t.version = s.version";

  private StandingOrderRow() {}

  static StandingOrder order(ResultSet row) throws SQLException {
    return new StandingOrder(
        new StandingOrderId(row.getObject("standing_order_id", UUID.class)),
        new TeamId(row.getObject("team_id", UUID.class)),
        new UserId(row.getObject("owner", UUID.class)),
        row.getLong("version"),
        StandingOrder.State.valueOf(row.getString("state")),
        terms(row),
        instant(row, "since"),
        instant(row, "made_at"));
  }

  private static Terms terms(ResultSet row) throws SQLException {
    @Nullable Long limit = row.getObject("limit_amount", Long.class);
    return new Terms(
        row.getString("name"),
        BuyBox.of(search(row)),
        Act.valueOf(row.getString("act")),
        row.getBoolean("exclusive") ? SaleMode.EXCLUSIVE : SaleMode.SHARED,
        Optional.ofNullable(limit).map(Money::usd),
        caps(row),
        Channel.valueOf(row.getString("channel")),
        Optional.ofNullable(row.getObject("valid_until", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Map<String, String> search(ResultSet row) throws SQLException {
    String[] names = array(row, "search_names");
    String[] texts = array(row, "search_texts");
    Map<String, String> search = new HashMap<>();
    for (int number = 0; number < names.length; number++) {
      search.put(names[number], texts[number]);
    }
    return search;
  }

  private static List<Limit> caps(ResultSet row) throws SQLException {
    String[] spans = array(row, "cap_spans");
    @Nullable Integer[] leads = (Integer[]) row.getArray("cap_leads").getArray();
    @Nullable Long[] amounts = (Long[]) row.getArray("cap_amounts").getArray();
    List<Limit> caps = new ArrayList<>();
    for (int number = 0; number < spans.length; number++) {
      caps.add(
          new Limit(
              Span.of(spans[number]),
              Optional.ofNullable(leads[number]),
              Optional.ofNullable(amounts[number]).map(Money::usd)));
    }
    return caps;
  }

  private static String[] array(ResultSet row, String column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /// In the order of the columns of `standing_terms`.
  static Parameters terms(StandingOrder order, Instant now) {
    Terms terms = order.terms();
    List<Map.Entry<String, String>> search = List.copyOf(terms.box().search().entrySet());
    return Parameters.of(
        order.id().value(),
        order.version(),
        now.atOffset(ZoneOffset.UTC),
        order.state().name(),
        terms.name(),
        texts(search.stream().map(Map.Entry::getKey).toList()),
        texts(search.stream().map(Map.Entry::getValue).toList()),
        terms.act().name(),
        terms.mode() == SaleMode.EXCLUSIVE,
        terms.limit().map(Money::minorUnits).orElse(null),
        texts(terms.caps().stream().map(cap -> cap.span().text()).toList()),
        terms.caps().stream().map(cap -> cap.maxLeads().orElse(null)).toArray(Integer[]::new),
        terms.caps().stream()
            .map(cap -> cap.maxAmount().map(Money::minorUnits).orElse(null))
            .toArray(Long[]::new),
        terms.channel().name(),
        terms.until().map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null));
  }

  private static String[] texts(List<String> texts) {
    return Arrays.copyOf(texts.toArray(), texts.size(), String[].class);
  }
}
