package com.aiqleads.platform.sendmail;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.platform.Letter;
import com.aiqleads.platform.Letters;
import com.aiqleads.platform.Mailer;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.User;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Letters about the saved card of a team. They go to all who may change it: whoever saved it may
/// be away, and each of them can mend what is wrong.
@Singleton
final class CardLetters {

  private static final Logger LOG = LoggerFactory.getLogger(CardLetters.class);

  private final Members members;
  private final Letters letters;
  private final Mailer mailer;

  CardLetters(Members members, Letters letters, Mailer mailer) {
    this.members = members;
    this.letters = letters;
    this.mailer = mailer;
  }

  void charged(TeamId team, Money amount, String what) {
    tell(team, user -> letters.cardCharged(user, amount, what));
  }

  void refused(TeamId team, Money amount, String what, boolean needsPayer) {
    tell(team, user -> letters.cardRefused(user, amount, what, needsPayer));
  }

  void expires(TeamId team, String lastMonth) {
    tell(team, user -> letters.cardExpiring(user, YearMonth.parse(lastMonth)));
  }

  void stopped(TeamId team, String reason) {
    String why =
        switch (reason) {
          case "card_expired" -> "the saved card has expired";
          case "card_refused" -> "its bank will not pay by the saved card";
          case "failed_too_often" -> "the bank did not pay three times in a row";
          case "taken_back" -> "what was taken from the card was given back, or is contested";
          default -> "there is no saved card any more";
        };
    tell(team, user -> letters.autoTopUpStopped(user, why));
  }

  /// If nobody could be written to, the event comes again. If somebody was, it must not: they would
  /// have the same letter again, each time that another address fails.
  private void tell(TeamId team, Function<User, Letter> words) {
    List<Letter> due =
        members.inTeam(team).stream()
            .filter(member -> member.scopes().contains(Scope.PLATFORM_WRITE))
            .filter(SendMail::isConfirmed)
            .map(member -> words.apply(member.user()))
            .toList();
    List<RuntimeException> failures =
        due.stream().map(this::failure).flatMap(Optional::stream).toList();
    LOG.atInfo()
        .addKeyValue("team", team.text())
        .addKeyValue("letters", due.size() - failures.size())
        .addKeyValue("failures", failures.size())
        .log(due.isEmpty() ? "nobody of the team to tell" : "letters about a card");
    if (!failures.isEmpty() && failures.size() == due.size()) {
      throw failures.getFirst();
    }
  }

  private Optional<RuntimeException> failure(Letter letter) {
    try {
      mailer.send(letter);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }
}
