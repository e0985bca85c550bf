package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Contact;
import com.aiqleads.marketplace.returns.Bounce;
import com.aiqleads.marketplace.returns.Claim;
import com.aiqleads.marketplace.returns.Facts;
import com.aiqleads.marketplace.returns.LineType;
import com.aiqleads.marketplace.returns.ReturnReason;
import com.aiqleads.marketplace.returns.Sale;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks up what is known of a sale. Contacts are opened here, to be compared, and go no further.
record SaleFacts(Database database, SealedContacts contacts) {

  /// Contacts cannot be compared where they are sealed.
  private static final int MOST_COMPARED = 500;

  private static final String KNOWN =
      """
      select f.observed_at, f.gone_at,
        f.fraud, c.sealed, clock() as now,
        coalesce((select refunded from line_returns where order_line_id = ?), 0) as refunded,
        array(select reason from returns
          where order_line_id = ? and state = 'CREDITED' order by reason) as credited,
        (select count(*) from deliveries where order_line_id = ?) as deliveries,
        (select count(*) from deliveries where order_line_id = ? and lost_at is not null) as lost,
        exists (select from openings where order_line_id = ?) as opened
      from offers f left join contacts c using (lead_id) where f.lead_id = ?
      """;

  /// What the team had bought before this sale, and has not given back; the newest first.
  private static final String EARLIER =
      """
      select l.lead_id, c.sealed,
        (lower(f.street), lower(coalesce(f.unit, '')), f.zip)
          = (lower(own.street), lower(coalesce(own.unit, '')), own.zip)
          and own.street <> '-' as same_home
      from order_lines l join orders o using (order_id)
      join offers f on f.lead_id = l.lead_id
      join offers own on own.lead_id = ?
      left join contacts c on c.lead_id = l.lead_id
      where o.team_id = ? and l.lead_id <> own.lead_id
        and (o.placed_at, l.order_line_id) < (?, ?)
        and not exists (select from line_returns r
          where r.order_line_id = l.order_line_id and r.refunded = l.amount)
      order by o.placed_at desc, l.order_line_id limit ?
      """;

  private static final String HISTORY =
      """
      select count(*) as bought, count(*) filter (where exists (
          select from returns r where r.order_line_id = l.order_line_id
            and r.asked_by is not null and r.verdict <> 'PROVEN' and r.state <> 'REFUSED'))
        as claimed
      from orders o join order_lines l using (order_id)
      where o.team_id = ? and o.placed_at > clock() - interval '90 days'
      """;

  private static final Facts.Twins NO_TWINS = new Facts.Twins(List.of(), List.of(), 0);

  private record Earlier(LeadId lead, boolean sameHome, Optional<Contact> contact) {}

  Facts of(Sale sale, Claim claim) {
    UUID line = sale.line().value();
    return database
        .queryOne(
            KNOWN,
            Parameters.of(line, line, line, line, line, sale.lead().value()),
            row -> facts(row, sale, claim))
        .orElseThrow();
  }

  private Facts facts(ResultSet row, Sale sale, Claim claim) throws SQLException {
    Optional<Contact> contact = contact(row);
    return new Facts(
        sale.paid(),
        new Money(row.getLong("refunded"), sale.paid().currency()),
        sale.at(),
        instant(row, "now").orElseThrow(),
        reasons(row.getArray("credited")),
        claim.evidence().length(),
        ways(contact, claim),
        new Facts.Listing(
            instant(row, "observed_at").orElseThrow(),
            instant(row, "gone_at"),
            row.getInt("fraud")),
        claim.reason() == ReturnReason.DUPLICATE ? twins(sale, contact) : NO_TWINS,
        history(sale),
        Optional.of(
            new Facts.Passage(
                row.getInt("deliveries"), row.getInt("lost"), row.getBoolean("opened"))));
  }

  private static Facts.Ways ways(Optional<Contact> contact, Claim claim) {
    List<Email> emails = contact.map(Contact::emails).orElse(List.of());
    return new Facts.Ways(
        contact.isPresent(),
        contact.map(Contact::phones).orElse(List.of()).stream().map(LineType::of).toList(),
        emails.size(),
        Bounce.of(claim.evidence(), emails));
  }

  private Facts.Twins twins(Sale sale, Optional<Contact> contact) {
    Set<String> ways = contact.map(SaleFacts::waysOf).orElse(Set.of());
    List<Earlier> earlier =
        database.query(
            EARLIER,
            Parameters.of(
                sale.lead().value(),
                sale.team().value(),
                sale.at().atOffset(ZoneOffset.UTC),
                sale.line().value(),
                MOST_COMPARED),
            this::earlier);
    return new Facts.Twins(
        earlier.stream().filter(Earlier::sameHome).map(Earlier::lead).toList(),
        earlier.stream().filter(one -> shares(one, ways)).map(Earlier::lead).toList(),
        earlier.size());
  }

  private static boolean shares(Earlier one, Set<String> ways) {
    return one.contact().map(SaleFacts::waysOf).orElse(Set.of()).stream().anyMatch(ways::contains);
  }

  private static Set<String> waysOf(Contact contact) {
    return Stream.concat(
            contact.phones().stream().map(Phone::e164),
            contact.emails().stream().map(one -> one.address().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Facts.History history(Sale sale) {
    return database
        .query(
            HISTORY,
            Parameters.of(sale.team().value()),
            row -> new Facts.History(row.getInt("bought"), row.getInt("claimed")))
        .getFirst();
  }

  private Earlier earlier(ResultSet row) throws SQLException {
    return new Earlier(
        new LeadId(row.getObject("lead_id", UUID.class)),
        row.getBoolean("same_home"),
        contact(row));
  }

  private Optional<Contact> contact(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("sealed")).map(contacts::open);
  }

  private static List<ReturnReason> reasons(Array codes) throws SQLException {
    return Arrays.stream((String[]) codes.getArray()).map(ReturnReason::valueOf).toList();
  }

  /// As JSON keeps it, so that facts that were kept are those that were looked up.
  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(at -> at.toInstant().truncatedTo(ChronoUnit.MILLIS));
  }
}
