package com.aiqleads.acquisition.proposing;

import com.aiqleads.acquisition.contact.ContactInText;
import com.aiqleads.acquisition.standing.PeopleWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whether a text is another one with words left out, and nothing else: what is not there in the
/// same order is invented, and neither a number nor a "not" may be what was left out.
final class WordingCheck {

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+(?:[.,/'’-][\\p{L}\\p{N}]+)*");
  private static final Set<String> NEGATIONS =
      Set.of("no", "not", "non", "none", "never", "nor", "neither", "without", "cannot", "except");
  private static final String NEGATED = "n't";

  private WordingCheck() {}

  static ProposalVerdict verdict(String said, String proposed) {
    List<String> all = words(said);
    List<String> kept = words(proposed);
    boolean factLost = false;
    int at = 0;
    for (String word : all) {
      if (at < kept.size() && word.equals(kept.get(at))) {
        at++;
      } else {
        factLost |= isFact(word);
      }
    }
    if (at < kept.size()) {
      return ProposalVerdict.INVENTED;
    }
    if (factLost) {
      return ProposalVerdict.FACT_LOST;
    }
    return kept.size() * 2 < all.size() ? ProposalVerdict.SHORTENED : shown(kept, proposed);
  }

  private static ProposalVerdict shown(List<String> kept, String proposed) {
    if (kept.stream().anyMatch(PeopleWords::has)) {
      return ProposalVerdict.NAMES_PEOPLE;
    }
    return ContactInText.redacted(proposed).equals(proposed)
        ? ProposalVerdict.CONFIRMED
        : ProposalVerdict.SHOWS_CONTACT;
  }

  private static boolean isFact(String word) {
    String plain = word.replace('’', '\'');
    return NEGATIONS.contains(plain)
        || plain.endsWith(NEGATED)
        || word.chars().anyMatch(Character::isDigit);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
