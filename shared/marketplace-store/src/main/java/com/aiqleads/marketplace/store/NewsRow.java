package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.standing.Allocations.Line;
import com.aiqleads.marketplace.standing.Allocations.News;
import com.aiqleads.marketplace.standing.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One lead that somebody is told of; a letter is made of all that one person hears by one channel.
record NewsRow(Reader reader, Line line, boolean isMissed) {

  record Reader(TeamId team, UserId user, Channel channel) {}

  static NewsRow of(ResultSet row) throws SQLException {
    return new NewsRow(
        new Reader(
            new TeamId(row.getObject("team_id", UUID.class)),
            new UserId(row.getObject("owner", UUID.class)),
            Channel.valueOf(row.getString("channel"))),
        new Line(
            row.getString("name"),
            new LeadId(row.getObject("lead_id", UUID.class)),
            row.getString("headline"),
            row.getString("outcome").equals("BOUGHT"),
            new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
            StandingOrderRow.instant(row, "at")),
        row.getString("outcome").equals("MISSED"));
  }

  /// In an order that is the same for the same rows: what is published is known by its place.
  static List<News> gathered(List<NewsRow> rows) {
    Map<Reader, List<NewsRow>> readers = new LinkedHashMap<>();
    rows.stream()
        .sorted(
            Comparator.comparing((NewsRow row) -> row.reader().toString())
                .thenComparing(row -> row.line().at())
                .thenComparing(row -> row.line().lead().text())
                .thenComparing(row -> row.line().order()))
        .forEach(row -> readers.computeIfAbsent(row.reader(), _ -> new ArrayList<>()).add(row));
    return readers.entrySet().stream().map(one -> news(one.getKey(), one.getValue())).toList();
  }

  private static News news(Reader reader, List<NewsRow> rows) {
    List<Line> lines = rows.stream().filter(row -> !row.isMissed()).map(NewsRow::line).toList();
    return new News(
        reader.team(), reader.user(), reader.channel(), lines, rows.size() - lines.size());
  }
}
