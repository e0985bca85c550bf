package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.LeadCard;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.Storefront;
import com.aiqleads.marketplace.delivery.Openings;
import com.aiqleads.marketplace.orders.BoughtLead;
import com.aiqleads.marketplace.orders.Order;
import com.aiqleads.marketplace.orders.Orders;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a team has bought as a table, newest first, in whole orders: as many as one answer can
/// hold.
@Singleton
record BoughtTable(Orders orders, Storefront storefront, Openings openings) {

  /// An answer has at most six million, and grows by a third on its way.
  static final int MOST_BYTES = 4_000_000;

  /// As many as are found within a second or two.
  private static final int MOST_ORDERS = 2_000;

  private static final int PAGE = 50;

  /// What is only measured is shown to nobody.
  private static final Openings UNSEEN = (_, _) -> false;

  /// @param next where the older ones begin, if there may be any
  record Part(String csv, Optional<Instant> next) {

    byte[] bytes() {
      return csv.getBytes(StandardCharsets.UTF_8);
    }

    /// It holds contacts.
    @Override
    public String toString() {
      return "Part[" + next + "]";
    }
  }

  Part of(TeamId team, Instant before) {
    return of(team, before, MOST_BYTES);
  }

  /// Where the part after the one from then begins, if there may be one. Nobody has looked at
  /// anything by that.
  Optional<Instant> next(TeamId team, Instant before) {
    return new BoughtTable(orders, storefront, UNSEEN).of(team, before).next();
  }

  Part of(TeamId team, Instant before, int mostBytes) {
    StringBuilder csv = new StringBuilder(BoughtLine.HEAD);
    int bytes = BoughtLine.HEAD.length();
    Instant reached = before;
    for (int read = 0; read < MOST_ORDERS; read += PAGE) {
      List<Order> page = orders.of(team, reached, PAGE);
      List<Order> fitting = fitting(page, shown(team, page), mostBytes - bytes, read == 0);
      openings.open(team, leads(fitting));
      Map<LeadId, ShownLead> shown = shown(team, fitting);
      for (Order order : fitting) {
        String lines = lines(order, shown);
        bytes += size(lines);
        csv.append(lines);
        reached = order.at();
      }
      if (fitting.size() < page.size()) {
        return new Part(csv.toString(), Optional.of(reached));
      }
      if (page.size() < PAGE) {
        return new Part(csv.toString(), Optional.empty());
      }
    }
    return new Part(csv.toString(), Optional.of(reached));
  }

  /// Those that there is room for: the others are not opened. Of a whole table the first always is.
  private static List<Order> fitting(
      List<Order> page, Map<LeadId, ShownLead> shown, int room, boolean isFirst) {
    int bytes = 0;
    int fitting = 0;
    for (Order order : page) {
      bytes += size(lines(order, shown));
      if (bytes > room && !(isFirst && fitting == 0)) {
        break;
      }
      fitting++;
    }
    return page.subList(0, fitting);
  }

  private static int size(String lines) {
    return lines.getBytes(StandardCharsets.UTF_8).length;
  }

  private static List<LeadId> leads(List<Order> orders) {
    return orders.stream()
        .flatMap(it -> it.leads().stream())
        .map(BoughtLead::lead)
        .distinct()
        .toList();
  }

  private Map<LeadId, ShownLead> shown(TeamId team, List<Order> orders) {
    return storefront.show(team, leads(orders)).stream()
        .collect(Collectors.toMap(BoughtTable::id, Function.identity()));
  }

  private static LeadId id(ShownLead shown) {
    LeadCard card = shown.card();
    return card.leadId();
  }

  private static String lines(Order order, Map<LeadId, ShownLead> shown) {
    return order.leads().stream()
        .map(lead -> BoughtLine.of(order, lead, Optional.ofNullable(shown.get(lead.lead()))))
        .collect(Collectors.joining());
  }
}
