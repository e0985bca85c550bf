package com.aiqleads.acquisition.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.Changed;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.Done;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.NotOfTheLead;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.NothingOnOneSide;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.UnknownLead;
import com.aiqleads.acquisition.resolution.Resolution.Joined;
import com.aiqleads.acquisition.resolution.Resolution.Started;
import com.aiqleads.acquisition.resolution.Resolution.Unchanged;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadSplitTest {

  private static final Instant SEEN_AT = LeadFixtures.SEEN_AT;
  private static final Advertisement FIRST = ad(Source.FSBO, "1", SEEN_AT);
  private static final Advertisement SECOND = ad(Source.FORSALEBYOWNER, "9", SEEN_AT);
  private static final ListingId MOVED = SECOND.listing().id();

  private final InMemoryLeads leads = new InMemoryLeads();
  private final LeadResolution resolution = new LeadResolution(leads, InstantSource.fixed(SEEN_AT));
  private final LeadSplit split = new LeadSplit(leads, InstantSource.fixed(SEEN_AT));

  @Test
  void givesTheTwoLeadsAsBefore() {
    Lead before = ((Started) resolution.resolve(FIRST)).lead();
    resolution.resolve(SECOND);

    Done done = (Done) split(before.id(), Set.of(MOVED));

    assertThat(done.left().id()).isEqualTo(before.id());
    assertThat(done.left().version()).isEqualTo(3);
    Lead left = done.left().lead().orElseThrow();
    assertThat(left.listing()).isEqualTo(before.listing());
    assertThat(left.sources()).isEqualTo(before.sources());
    assertThat(left.contact()).isEqualTo(before.contact());
    Lead part = done.part().lead().orElseThrow();
    assertThat(part.id()).isNotEqualTo(before.id());
    assertThat(part.version()).isEqualTo(1);
    assertThat(part.listing()).isEqualTo(SECOND.listing());
    assertThat(part.sources()).containsExactly(Source.FORSALEBYOWNER);
  }

  @Test
  void theNextSightOfTheSameAdvertisementUndoesNothing() {
    LeadId lead = ((Started) resolution.resolve(FIRST)).lead().id();
    resolution.resolve(SECOND);
    split(lead, Set.of(MOVED));

    assertThat(resolution.resolve(ad(Source.FORSALEBYOWNER, "9", SEEN_AT.plusSeconds(60))))
        .isInstanceOf(Unchanged.class);
    assertThat(resolution.resolve(ad(Source.FSBO, "1", SEEN_AT.plusSeconds(60))))
        .isInstanceOf(Unchanged.class);

    assertThat(leads.all()).hasSize(2);
    assertThat(leads.find(lead).orElseThrow().advertisements()).hasSize(1);
  }

  @Test
  void anotherAdvertisementJoinsOneOfTheTwo() {
    LeadId lead = ((Started) resolution.resolve(FIRST)).lead().id();
    resolution.resolve(SECOND);
    split(lead, Set.of(MOVED));

    assertThat(resolution.resolve(ad(Source.ZILLOW, "5", SEEN_AT))).isInstanceOf(Joined.class);
    assertThat(leads.all()).hasSize(2);
  }

  @Test
  void remembersWhatWasJoinedAndWhatWasTakenApart() {
    LeadId lead = ((Started) resolution.resolve(FIRST)).lead().id();
    resolution.resolve(SECOND);

    Done done = (Done) split(lead, Set.of(MOVED));

    LeadHistory history = leads.history(done.part().id());
    assertThat(history.edges().get(MOVED)).extracting(Edge::other).contains(FIRST.listing().id());
    assertThat(history.splits())
        .containsExactly(
            new Split.Past(lead, done.part().id(), Set.of(MOVED), "ops", "another home", SEEN_AT));
    assertThat(leads.history(lead).splits()).isEqualTo(history.splits());
  }

  @Test
  void aSideWhoseAdvertisementsHaveEndedHasNothingToSell() {
    LeadId lead = ((Started) resolution.resolve(FIRST)).lead().id();
    resolution.resolve(SECOND);
    resolution.end(MOVED, SEEN_AT.plusSeconds(60));

    Done done = (Done) split(lead, Set.of(MOVED));

    assertThat(done.part().lead()).isEmpty();
    assertThat(done.part().listing()).isEqualTo(MOVED);
    assertThat(done.left().lead()).isPresent();
  }

  @Test
  void refusesWhatCannotBeTakenApart() {
    LeadId lead = ((Started) resolution.resolve(FIRST)).lead().id();
    resolution.resolve(SECOND);
    ListingId stranger = ad(Source.ZILLOW, "5", SEEN_AT).listing().id();

    assertThat(split(new LeadId(Ids.derived("nobody")), Set.of(MOVED)))
        .isInstanceOf(UnknownLead.class);
    assertThat(split(lead, Set.of(stranger))).isEqualTo(new NotOfTheLead(Set.of(stranger)));
    assertThat(split(lead, Set.of())).isInstanceOf(NothingOnOneSide.class);
    assertThat(split(lead, Set.of(MOVED, FIRST.listing().id())))
        .isInstanceOf(NothingOnOneSide.class);
    assertThat(leads.find(lead).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void aSecondSplitOfTheSameFindsNothingToMove() {
    LeadId lead = ((Started) resolution.resolve(FIRST)).lead().id();
    resolution.resolve(SECOND);
    split(lead, Set.of(MOVED));

    assertThat(split(lead, Set.of(MOVED))).isEqualTo(new NotOfTheLead(Set.of(MOVED)));
  }

  @Test
  void aLeadThatChangesWhileItsLocksAreWaitedForStaysAsItIs() {
    LeadId lead = ((Started) resolution.resolve(FIRST)).lead().id();
    resolution.resolve(SECOND);
    Leads busy =
        (Leads)
            Proxy.newProxyInstance(
                Leads.class.getClassLoader(),
                new Class<?>[] {Leads.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("reserve")) {
                    resolution.resolve(ad(Source.ZILLOW, "5", SEEN_AT));
                  }
                  return method.invoke(leads, arguments);
                });

    Outcome outcome =
        new LeadSplit(busy, InstantSource.fixed(SEEN_AT)).split(lead, Set.of(MOVED), "ops", "two");

    assertThat(outcome).isEqualTo(new Changed());
    assertThat(leads.find(lead).orElseThrow().advertisements()).hasSize(3);
    assertThat(split(lead, Set.of(MOVED))).isInstanceOf(Done.class);
  }

  @Test
  void reservesAllThatTheLeadIsFoundBy() {
    LeadId lead = ((Started) resolution.resolve(FIRST)).lead().id();
    resolution.resolve(SECOND);

    split(lead, Set.of(MOVED));

    assertThat(leads.reserved()).containsAll(BlockingKey.of(FIRST));
    assertThat(leads.reservedListings()).containsExactlyInAnyOrder(MOVED, FIRST.listing().id());
  }

  private Outcome split(LeadId lead, Set<ListingId> moved) {
    return split.split(lead, moved, "ops", "another home");
  }

  private static Advertisement ad(Source source, String id, Instant observedAt) {
    return LeadFixtures.anAdvertisement(
        LeadFixtures.aListing(source, id, LeadFixtures.PRICE, observedAt));
  }
}
