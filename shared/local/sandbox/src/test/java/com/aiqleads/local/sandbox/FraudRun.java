package com.aiqleads.local.sandbox;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.InMemoryLeads;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Resolution.Changed;
import com.aiqleads.acquisition.resolution.Resolution.Joined;
import com.aiqleads.acquisition.resolution.Resolution.Started;
import com.aiqleads.acquisition.scoring.Fraud;
import com.aiqleads.acquisition.scoring.FraudBand;
import com.aiqleads.acquisition.scoring.FraudRules;
import com.aiqleads.acquisition.standing.Around;
import com.aiqleads.acquisition.standing.InMemoryStandings;
import com.aiqleads.acquisition.standing.Standing;
import com.aiqleads.acquisition.validation.ListingValidation;
import com.aiqleads.acquisition.validation.LookupsFixtures;
import com.aiqleads.acquisition.validation.Validation.Valid;
import com.aiqleads.acquisition.validation.Validation.ValidListing;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.PageId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Every page of a world through the rules of the chain, in the order of the days on which the
/// homes were listed; what is decided of each home at last is held against what the world knows.
final class FraudRun {

  private final InMemoryLeads leads = new InMemoryLeads();
  private final LeadResolution resolution = new LeadResolution(leads, InstantSource.system());
  private final InMemoryStandings standings = new InMemoryStandings(leads);
  private final ListingValidation validation = new ListingValidation(LookupsFixtures.shipped());
  private final Map<LeadId, Fraud> last = new HashMap<>();
  private final Map<ListingId, Home> homes = new LinkedHashMap<>();

  /// One of a site's pages, of one home.
  private record Sight(Home home, Source source, String url, String body) {}

  /// What became of a home.
  record Verdict(Home home, Fraud fraud) {
    boolean isRefused() {
      return fraud.band() == FraudBand.HIGH;
    }
  }

  static List<Verdict> of(long seed, int size) {
    return new FraudRun().run(seed, size);
  }

  private List<Verdict> run(long seed, int size) {
    List<Home> world = World.drawn(seed, size);
    Sites sites = new Sites(world, seed);
    world.stream()
        .sorted(Comparator.comparing(Home::listedOn).thenComparing(Home::number))
        .flatMap(home -> sites.of(home).stream())
        .forEach(this::see);
    Map<Home, Verdict> verdicts = new LinkedHashMap<>();
    homes.forEach(
        (listing, home) ->
            verdicts.merge(
                home,
                new Verdict(home, Objects.requireNonNull(last.get(leads.leadOf(listing).id()))),
                (one, other) -> one.fraud().points() >= other.fraud().points() ? one : other));
    return List.copyOf(verdicts.values());
  }

  private void see(Sight sight) {
    Instant at = sight.home().listedOn().atTime(18, 0).toInstant(ZoneOffset.UTC);
    Page page = new Page(sight.source(), sight.url(), sight.body(), at);
    if (PageParser.of(sight.source()).read(page) instanceof Read read) {
      for (ParsedListing parsed : read.listings()) {
        if (validation.validate(parsed) instanceof Valid(ValidListing valid)) {
          resolve(sight.home(), parsed, valid);
        }
      }
    }
  }

  private void resolve(Home home, ParsedListing parsed, ValidListing valid) {
    Advertisement seen =
        new Advertisement(
            valid.listing(),
            new PageId(Ids.derived("page", valid.listing().url())),
            home.place().metro().slug(),
            valid.address(),
            valid.location(),
            valid.contact(),
            valid.listing().observedAt(),
            parsed.particulars().sellerUrl());
    homes.put(valid.listing().id(), home);
    switch (resolution.resolve(seen)) {
      case Started(Lead lead, var _) -> judgedWithOthers(lead);
      case Joined(Lead lead, var _) -> judgedWithOthers(lead);
      case Changed(Lead lead, var _) -> judged(lead);
      default -> {}
    }
  }

  private void judgedWithOthers(Lead lead) {
    for (LeadId doubted : judged(lead).doubted(lead)) {
      resolution.reconsider(doubted).ifPresent(this::judged);
    }
  }

  private Around judged(Lead lead) {
    Around around = standings.around(lead);
    last.put(lead.id(), FraudRules.fraudIn(lead, Standing.of(lead, around)));
    return around;
  }

  /// Renders every page on which a home stands.
  private static final class Sites {

    private static final Faults NO_FAULTS = quiet();
    private final FsboSite fsbo;
    private final CraigslistSite craigslist;
    private final ZillowSite zillow;
    private final FacebookSite facebook;
    private final CraigslistTokens tokens;

    Sites(List<Home> world, long seed) {
      this.fsbo = new FsboSite(world, NO_FAULTS, seed);
      this.craigslist = new CraigslistSite(world, NO_FAULTS, seed);
      this.zillow = new ZillowSite(world, NO_FAULTS);
      this.facebook = new FacebookSite(world, NO_FAULTS);
      this.tokens = new CraigslistTokens(seed);
    }

    private static Faults quiet() {
      Faults faults = new Faults(1, InstantSource.system());
      faults.set(Fault.SCHEDULE, false);
      return faults;
    }

    List<Sight> of(Home home) {
      List<Sight> all = new ArrayList<>();
      if (home.onFsbo()) {
        all.add(sight(home, Source.FSBO, FsboPage.detailPath(home), fsbo::answer));
      }
      if (home.onForSaleByOwner()) {
        String body =
            Json.text(
                Map.of(
                    "success",
                    true,
                    "data",
                    Map.of("listings", List.of(ByOwnerItem.of(home, false)))));
        all.add(
            new Sight(home, Source.FORSALEBYOWNER, url("/forsalebyowner/search/listings"), body));
      }
      if (home.onCraigslist()) {
        all.add(sight(home, Source.CRAIGSLIST, tokens.path(home), craigslist::answer));
      }
      if (home.onZillow()) {
        all.add(sight(home, Source.ZILLOW, ZillowWords.path(home), zillow::answer));
      }
      if (home.onFacebook()) {
        String path = "/facebook/marketplace/item/" + home.ids().facebook() + "/";
        all.add(sight(home, Source.FACEBOOK, path, facebook::answer));
      }
      return all;
    }

    private interface Site {
      Answer answer(Request request);
    }

    private static Sight sight(Home home, Source source, String path, Site site) {
      Answer answer = site.answer(new Request("GET", path, "", Map.of(), ""));
      return new Sight(home, source, url(path), answer.body());
    }

    private static String url(String path) {
      return "http://127.0.0.1:9100" + path;
    }
  }

  /// How many of those refused were frauds, and of the frauds that became leads, how many were
  /// refused.
  record Figures(long frauds, long honest, long refused, long caught) {

    static Figures of(List<Verdict> verdicts) {
      return new Figures(
          verdicts.stream().filter(Figures::isFraud).count(),
          verdicts.stream().filter(one -> !isFraud(one)).count(),
          verdicts.stream().filter(Verdict::isRefused).count(),
          verdicts.stream().filter(one -> isFraud(one) && one.isRefused()).count());
    }

    private static boolean isFraud(Verdict verdict) {
      return verdict.home().seller().trick().fraud;
    }

    double precision() {
      return refused == 0 ? 0 : (double) caught / refused;
    }

    double recall() {
      return frauds == 0 ? 0 : (double) caught / frauds;
    }

    static Map<Trick, String> byTrick(List<Verdict> verdicts) {
      Map<Trick, String> lines = new LinkedHashMap<>();
      for (Trick trick : Trick.values()) {
        List<Verdict> of =
            verdicts.stream().filter(one -> one.home().seller().trick() == trick).toList();
        lines.put(trick, of.stream().filter(Verdict::isRefused).count() + " of " + of.size());
      }
      return lines;
    }
  }

  /// Why honest ones are refused and frauds are not: for whoever tunes the rules.
  static Stream<String> mistakes(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(one -> one.home().seller().trick().fraud != one.isRefused())
        .map(
            one ->
                one.home().seller().trick()
                    + " "
                    + one.home().number()
                    + " "
                    + one.fraud().points()
                    + " "
                    + one.fraud().reasons());
  }
}
