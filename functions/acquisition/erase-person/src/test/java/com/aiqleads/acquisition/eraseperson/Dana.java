package com.aiqleads.acquisition.eraseperson;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.LineageFixtures;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.validation.CachedGeocoder;
import com.aiqleads.acquisition.validation.ValidationCache;
import com.aiqleads.acquisition.validation.ValidationCache.Kind;
import com.aiqleads.acquisition.watching.Profile;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.Sighted;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.acquisition.watching.Watched;
import com.aiqleads.acquisition.watching.WithheldPage;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.PageId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.database.Database;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Somebody who wants to be forgotten, in every store and in every form.
final class Dana {

  static final Person PERSON =
      new Person(
          Set.of(new Phone("+13059582368")),
          Set.of(new Email("dana.whitfield@letterbox.example")),
          Set.of());

  private static final Scope SCOPE = new Scope("fsbo", "miami-fl", Scope.Kind.LISTING);

  private final ApplicationContext context;
  private final Database all;
  private final PageStores pages;
  private final Advertisement hers =
      LeadFixtures.anAdvertisement(LeadFixtures.aListingSaying("Call (305) 958-2368 for a tour."));

  /// @param all reads every table, whoever owns it
  Dana(ApplicationContext context, Database all, PageStores pages) {
    this.context = context;
    this.all = all;
    this.pages = pages;
  }

  Advertisement advertisement() {
    return hers;
  }

  void plant() {
    file(context, hers);
    Lineage lineage = LineageFixtures.aLineage(LeadFixtures.SEEN_AT, LeadFixtures.PRICE);
    context
        .getBean(Lineages.class)
        .keep(
            List.of(
                new Lineage(
                    hers.listing().id(),
                    "fsbo",
                    "miami-fl",
                    hers.listing().url() + "?call=3059582368",
                    lineage.page(),
                    lineage.snapshotKey(),
                    lineage.parserVersion(),
                    lineage.observedAt(),
                    lineage.price(),
                    lineage.particulars())));
    all.update(
        "insert into acquisition.outbox (event_id, event, body, traceparent, pending)"
            + " values (gen_random_uuid(), 'LeadResolved', '{\"phones\":[\"+13059582368\"]}',"
            + " 't', '{}')",
        _ -> {});
    all.update(
        "insert into acquisition.refusals (id, subject, subject_id, source, url, step,"
            + " reason_codes, reason_texts, refused_at) values (gen_random_uuid(), 'LISTING',"
            + " 'x', 'fsbo', 'https://fsbo.com/dana.whitfield%40letterbox.example', 'parse-page',"
            + " '{gone}', '{gone}', now())",
        _ -> {});
    pages.put("fsbo/aa/page.gz", "<a href='tel:+1-305-958-2368'>ring</a>");
    pages.put("fsbo/bb/cards.gz", "<a href='" + path() + "'>a bright house</a>");
    pages.put(
        "readings/fsbo/miami-fl/r.json.gz", "{\"mail\":\"dana.whitfield@letterbox.example\"}");
    pages.put("fsbo/robots/r.gz", "User-agent: *");
    pages.putState(new Target("fsbo", "miami-fl").text(), hers.listing().url());
    WatchBook watches = context.getBean(WatchBook.class);
    Sighted seen =
        new Sighted(hers.listing().sourceListingId(), new TreeMap<>(Map.of("title", "1a2b")));
    watches.change(
        SCOPE,
        _ ->
            new Watched(
                new Profile(
                    "fsbo-1",
                    new TreeMap<>(),
                    new TreeMap<>(),
                    List.of(seen, new Sighted("another", new TreeMap<>()))),
                null));
    watches.withhold(SCOPE, List.of(withheld(hers.listing().url()), withheld("https://else")));
    context
        .getBean(ValidationCache.class)
        .keep(
            Kind.GEOCODE,
            CachedGeocoder.subject(LeadFixtures.anAddress()),
            "25.753900 -80.225300 rooftop",
            Duration.ofDays(1));
  }

  /// Lineage of a listing that was refused, and a refusal, in a market that is searched.
  void plantWithoutALead(String stray, String refused) {
    Lineage like = LineageFixtures.aLineage(LeadFixtures.SEEN_AT, LeadFixtures.PRICE);
    context
        .getBean(Lineages.class)
        .keep(
            List.of(
                new Lineage(
                    like.listing(),
                    like.source(),
                    like.market(),
                    stray,
                    like.page(),
                    like.snapshotKey(),
                    like.parserVersion(),
                    like.observedAt(),
                    like.price(),
                    new Particulars(
                        null,
                        null,
                        null,
                        null,
                        "tel:+13059582368",
                        false,
                        false,
                        Map.of(),
                        List.of()))));
    all.update(
        "insert into acquisition.refusals values (gen_random_uuid(), 'PAGE', 'x', 'fsbo', ?,"
            + " 'parse-page', '{gone}', '{gone}', now())",
        row -> row.setString(1, refused));
    all.update(
        "insert into acquisition.search_targets (source, market, place, cadence_minutes, active,"
            + " approved_by, approved_at) values ('fsbo', 'naples-fl', 'Naples', 60, false,"
            + " 'user', now())",
        _ -> {});
  }

  private static WithheldPage withheld(String url) {
    return new WithheldPage(
        new PageId(Ids.derived("page", url)),
        "fsbo",
        "miami-fl",
        url,
        "fsbo/aa/page.gz",
        "text/html",
        "hash",
        LeadFixtures.SEEN_AT,
        "fsbo-1",
        List.of());
  }

  /// What the watch of her market knows of her advertisement.
  private List<String> watched() {
    WatchBook watches = context.getBean(WatchBook.class);
    return Stream.concat(
            watches.find(SCOPE).usual().known().stream().map(Sighted::id),
            watches.withheld(SCOPE).stream().map(WithheldPage::address))
        .filter(
            one -> one.equals(hers.listing().sourceListingId()) || one.equals(hers.listing().url()))
        .toList();
  }

  /// Everything in every table, object and item, decrypted or not, that still names her.
  List<String> traces() {
    List<String> found = new ArrayList<>();
    for (String table :
        texts(
            "select table_name from information_schema.tables"
                + " where table_schema = 'acquisition' and table_type = 'BASE TABLE'")) {
      texts("select t::text from acquisition." + table + " t").stream()
          .filter(this::names)
          .forEach(row -> found.add(table));
    }
    pages.keys().stream().filter(key -> names(pages.text(key))).forEach(found::add);
    watched().forEach(id -> found.add("watches " + id));
    pages.states().stream().filter(this::names).forEach(_ -> found.add("page-states"));
    pages.answers().forEach(_ -> found.add("validation-cache"));
    return found;
  }

  private boolean names(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    return digits.contains("3059582368")
        || text.contains("dana.whitfield")
        || text.contains(path())
        || text.contains("Whitfield")
        || (text.contains(hers.listing().id().value().toString())
            && !text.contains("erase-person"));
  }

  private String path() {
    return "/listings/listings/show/id/546213/";
  }

  /// As a function does that has met it.
  static void file(ApplicationContext context, Advertisement advertisement) {
    LeadResolution resolution =
        new LeadResolution(context.getBean(Leads.class), InstantSource.system());
    context
        .getBean(Database.class)
        .inTransaction(
            () -> {
              resolution.reserve(List.of(advertisement), Set.of(), Set.of());
              return resolution.resolve(advertisement);
            });
  }

  private List<String> texts(String sql) {
    return all.query(sql, _ -> {}, row -> row.getString(1));
  }
}
