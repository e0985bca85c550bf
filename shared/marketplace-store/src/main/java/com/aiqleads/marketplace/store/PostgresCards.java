package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.cards.Card;
import com.aiqleads.marketplace.cards.CardId;
import com.aiqleads.marketplace.cards.Cards;
import com.aiqleads.marketplace.cards.Consent;
import com.aiqleads.marketplace.cards.SavingAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an answer leads to is one call of a function of the database: one transaction.
final class PostgresCards implements Cards {

  /// A little more than the least that the gateway's pages are open.
  private static final Duration PAGE_TIME = Duration.ofHours(1);

  private static final String BEGIN = "select begin_card(?, ?, ?, ?, ? * interval '1 millisecond')";
  private static final String HEAR = "select hear_card(?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String FIND = "select * from cards where team_id = ? and card_id = ?";
  private static final String SAVED = "select * from cards where team_id = ? and state = 'SAVED'";
  private static final String BEGUN =
      """
      select * from cards where team_id = ? and state = 'OPEN' and page_until > clock()
      order by begun_at desc limit 1
      """;
  private static final String REMOVE = "select remove_card(?)";
  private static final String FORGOTTEN =
      "update cards set next_ask = null where card_id = ? and state = 'REMOVED'";
  private static final String TO_ASK = "select * from cards_to_ask(?)";

  private final Database database;

  PostgresCards(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Card> begin(TeamId team, UserId who, CardId id) {
    String outcome =
        database
            .query(
                BEGIN,
                Parameters.of(
                    team.value(),
                    id.value(),
                    who.value(),
                    Consent.SAVE_CARD.version(),
                    PAGE_TIME.toMillis()),
                row -> row.getString(1))
            .getFirst();
    return outcome.equals("ID_REUSED") ? Optional.empty() : find(team, id);
  }

  @Override
  public Optional<Card> find(TeamId team, CardId id) {
    return database.queryOne(FIND, Parameters.of(team.value(), id.value()), CardRows::card);
  }

  @Override
  public Optional<Card> saved(TeamId team) {
    return database.queryOne(SAVED, Parameters.of(team.value()), CardRows::card);
  }

  @Override
  public Optional<Card> begun(TeamId team) {
    return database.queryOne(BEGUN, Parameters.of(team.value()), CardRows::card);
  }

  @Override
  public void answered(Card card, SavingAnswer answer) {
    switch (answer) {
      case SavingAnswer.Open(var session, var page) ->
          hear(card, "OPEN", session, page.toString(), null);
      case SavingAnswer.Saved(var session, var saved) -> hear(card, "SAVED", session, null, saved);
      case SavingAnswer.Over _ -> hear(card, "FAILED", null, null, null);
      case SavingAnswer.Unknown _ -> {}
    }
  }

  private void hear(
      Card card,
      String fact,
      @Nullable String session,
      @Nullable String page,
      Card.@Nullable Saved saved) {
    database.query(
        HEAR,
        Parameters.of(
            card.id().value(),
            fact,
            session,
            page,
            saved == null ? null : saved.file().customer(),
            saved == null ? null : saved.file().method(),
            saved == null ? null : saved.face().brand(),
            saved == null ? null : saved.face().lastFour(),
            saved == null ? null : saved.face().expires().atDay(1)),
        _ -> true);
  }

  @Override
  public boolean remove(TeamId team) {
    return database.query(REMOVE, Parameters.of(team.value()), row -> row.getBoolean(1)).getFirst();
  }

  @Override
  public void forgotten(Card card) {
    database.update(FORGOTTEN, Parameters.of(card.id().value()));
  }

  @Override
  public List<Card> toAsk(int limit) {
    return database.query(TO_ASK, Parameters.of(limit), CardRows::card);
  }
}
