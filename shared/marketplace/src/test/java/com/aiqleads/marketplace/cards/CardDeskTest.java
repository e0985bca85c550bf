package com.aiqleads.marketplace.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.cards.Card.State;
import com.aiqleads.marketplace.payments.CardOnFile;
import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CardDeskTest {

  private static final TeamId TEAM = new TeamId(Ids.derived("team"));
  private static final UserId WHO = new UserId(Ids.derived("who"));
  private static final CardId ID = ChargeFixtures.aCard("one").id();
  private static final SavingAnswer PAGE =
      new SavingAnswer.Open("cs_1", URI.create("https://pay.example/1"));
  private static final SavingAnswer TYPED =
      new SavingAnswer.Saved(
          "cs_1",
          new Card.Saved(
              new CardOnFile("cus_1", "pm_1"),
              new CardFace("visa", "4242", YearMonth.of(2034, 12))));
  private static final SavingAnswer OVER = new SavingAnswer.Over("expired");
  private static final SavingAnswer SILENCE = new SavingAnswer.Unknown("time-out");

  private final OneCard cards = new OneCard();
  private final Script vault = new Script();
  private final CardDesk desk = new CardDesk(cards, vault);

  @Test
  void writesDownBeforeItAsksAndWhatIsAnswered() {
    vault.says = PAGE;

    Card card = desk.save(TEAM, WHO, ID).orElseThrow();

    assertThat(card.state()).isEqualTo(State.OPEN);
    assertThat(card.page()).contains(URI.create("https://pay.example/1"));
    assertThat(vault.calls).containsExactly("start CREATED");
  }

  @Test
  void beginsAgainWhatMayNotHaveBegun() {
    vault.says = SILENCE;
    assertThat(desk.save(TEAM, WHO, ID).orElseThrow().state()).isEqualTo(State.CREATED);
    vault.says = PAGE;

    assertThat(desk.save(TEAM, WHO, ID).orElseThrow().state()).isEqualTo(State.OPEN);

    assertThat(vault.calls).containsExactly("start CREATED", "start CREATED");
  }

  @Test
  void asksHowItStandsUntilItIsSavedAndNotAfterwards() {
    vault.says = PAGE;
    Card open = desk.save(TEAM, WHO, ID).orElseThrow();
    vault.says = TYPED;

    Card saved = desk.forward(open);
    desk.forward(saved);

    assertThat(saved.state()).isEqualTo(State.SAVED);
    assertThat(vault.calls).containsExactly("start CREATED", "ask OPEN");
  }

  @Test
  void leavesWhatFailedAlone() {
    vault.says = OVER;
    Card failed = desk.save(TEAM, WHO, ID).orElseThrow();

    assertThat(desk.forward(failed).state()).isEqualTo(State.FAILED);
    assertThat(vault.calls).containsExactly("start CREATED");
  }

  @Test
  void savesNothingUnderTheIdOfAnother() {
    cards.isOfAnother = true;

    assertThat(desk.save(TEAM, WHO, ID)).isEmpty();
    assertThat(vault.calls).isEmpty();
  }

  @Test
  void removesAtOnceAndHasTheGatewayForget() {
    save();

    assertThat(desk.remove(TEAM)).isTrue();

    assertThat(vault.calls.getLast()).isEqualTo("forget pm_1");
    assertThat(cards.isForgotten).isTrue();
    assertThat(desk.remove(TEAM)).as("it is gone").isFalse();
  }

  @Test
  void asksAgainToForgetWhatTheGatewayDidNotHear() {
    save();
    vault.forgets = false;

    assertThat(desk.remove(TEAM)).isTrue();
    assertThat(cards.isForgotten).isFalse();
    vault.forgets = true;
    desk.forward(cards.now());

    assertThat(cards.isForgotten).isTrue();
  }

  @Test
  void waitsForThePageOfWhatWasRemovedBeforeAnybodyTypedIt() {
    vault.says = PAGE;
    desk.save(TEAM, WHO, ID);
    cards.remove(TEAM);

    desk.forward(cards.now());
    vault.says = SILENCE;
    desk.forward(cards.now());
    assertThat(cards.isForgotten).isFalse();

    vault.says = OVER;
    desk.forward(cards.now());
    assertThat(cards.isForgotten).isTrue();
  }

  @Test
  void hasForgottenWhatIsTypedOnAPageThatWasRemoved() {
    vault.says = PAGE;
    desk.save(TEAM, WHO, ID);
    cards.remove(TEAM);
    vault.says = TYPED;

    desk.forward(cards.now());
    assertThat(cards.isForgotten).isFalse();
    desk.forward(cards.now());

    assertThat(vault.calls.getLast()).isEqualTo("forget pm_1");
    assertThat(cards.isForgotten).isTrue();
  }

  @Test
  void hasNothingForgottenThatNeverBegan() {
    cards.begin(TEAM, WHO, ID);
    cards.remove(TEAM);

    desk.forward(cards.now());

    assertThat(vault.calls).isEmpty();
    assertThat(cards.isForgotten).isTrue();
  }

  @Test
  void whatIsOnFileIsNotSaid() {
    assertThat(new CardOnFile("cus_1", "pm_1")).asString().doesNotContain("cus_1", "pm_1");
    assertThat(CardId.parse(ID.toString())).isEqualTo(ID);
  }

  private void save() {
    vault.says = TYPED;
    desk.save(TEAM, WHO, ID);
  }

  /// A gateway that says what it was told to say.
  private static final class Script implements CardVault {
    private final List<String> calls = new ArrayList<>();
    private SavingAnswer says = SILENCE;
    private boolean forgets = true;

    @Override
    public SavingAnswer start(Card card) {
      calls.add("start " + card.state());
      return says;
    }

    @Override
    public SavingAnswer ask(Card card) {
      calls.add("ask " + card.state());
      return says;
    }

    @Override
    public boolean forget(CardOnFile card) {
      calls.add("forget " + card.method());
      return forgets;
    }
  }

  /// The one card of the one team.
  private static final class OneCard implements Cards {
    private @Nullable Card card;
    private boolean isOfAnother;
    private boolean isForgotten;

    Card now() {
      return Optional.ofNullable(card).orElseThrow();
    }

    @Override
    public Optional<Card> begin(TeamId team, UserId who, CardId id) {
      if (card == null && !isOfAnother) {
        card =
            new Card(
                id,
                team,
                State.CREATED,
                ChargeFixtures.NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
      }
      return Optional.ofNullable(card);
    }

    @Override
    public Optional<Card> find(TeamId team, CardId id) {
      return Optional.ofNullable(card);
    }

    @Override
    public Optional<Card> saved(TeamId team) {
      return Optional.ofNullable(card).filter(one -> one.state() == State.SAVED);
    }

    @Override
    public Optional<Card> begun(TeamId team) {
      return Optional.ofNullable(card).filter(one -> one.state() == State.OPEN);
    }

    @Override
    public void answered(Card asked, SavingAnswer answer) {
      boolean isRemoved = now().state() == State.REMOVED;
      switch (answer) {
        case SavingAnswer.Open(String session, URI page) ->
            set(State.OPEN, Optional.of(session), Optional.of(page), Optional.empty());
        case SavingAnswer.Saved(String session, Card.Saved saved) ->
            set(
                isRemoved ? State.REMOVED : State.SAVED,
                Optional.of(session),
                Optional.empty(),
                Optional.of(saved));
        case SavingAnswer.Over _ ->
            set(State.FAILED, Optional.empty(), Optional.empty(), Optional.empty());
        case SavingAnswer.Unknown _ -> {}
      }
    }

    @Override
    public boolean remove(TeamId team) {
      boolean had = saved(team).isPresent();
      set(State.REMOVED, now().session(), now().page(), now().saved());
      return had;
    }

    @Override
    public void forgotten(Card gone) {
      isForgotten = true;
    }

    @Override
    public List<Card> toAsk(int limit) {
      return List.of(now());
    }

    private void set(
        State state, Optional<String> session, Optional<URI> page, Optional<Card.Saved> saved) {
      Card before = now();
      card =
          new Card(
              before.id(),
              before.team(),
              state,
              before.pageUntil(),
              before.customer(),
              session,
              page,
              saved);
    }
  }
}
