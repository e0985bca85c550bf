package com.aiqleads.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Email;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

  private static final Email EMAIL = new Email("Annabel@buyers.example");

  @Test
  void acceptsASentence() {
    assertThat(faults("seven green lamps")).isEmpty();
  }

  @Test
  void wantsTwelveCharacters() {
    assertThat(faults("abcdefghijk")).containsExactly(PasswordFault.TOO_SHORT);
    assertThat(faults("abcdefghijkl")).isEmpty();
    assertThat(faults("abcdefghijklm")).isEmpty();
  }

  @Test
  void takesAtMostOneHundredAndTwentyEight() {
    String most = "abcdefgh".repeat(16);

    assertThat(faults(most.substring(1))).isEmpty();
    assertThat(faults(most)).isEmpty();
    assertThat(faults(most + "x")).containsExactly(PasswordFault.TOO_LONG);
  }

  @Test
  void countsPeoplesCharactersAndNotJavas() {
    assertThat(faults("🍋🍌🍍🥭🍎🍏🍐🍑🍒🍓🥝")).containsExactly(PasswordFault.TOO_SHORT);
    assertThat(faults("🍋🍌🍍🥭🍎🍏🍐🍑🍒🍓🥝🍅")).isEmpty();
  }

  @Test
  void wantsFiveDifferentCharacters() {
    assertThat(faults("abcdabcdabcd")).containsExactly(PasswordFault.TOO_UNIFORM);
    assertThat(faults("abcdeabcdeabcde")).isEmpty();
  }

  @Test
  void refusesTheMailboxInAnyCase() {
    assertThat(faults("ANNABEL likes tea")).containsExactly(PasswordFault.CONTAINS_EMAIL);
  }

  @Test
  void letsAShortMailboxBePartOfAWord() {
    assertThat(
            PasswordRules.faults(
                new Password("banana and plane"), Optional.of(new Email("ana@b.example"))))
        .isEmpty();
  }

  @Test
  void refusesWhatEverybodyTriesFirst() {
    assertThat(faults("Password1234")).containsExactly(PasswordFault.COMMON);
  }

  @Test
  void namesEveryFaultAtOnce() {
    assertThat(faults("aaaa"))
        .containsExactlyInAnyOrder(PasswordFault.TOO_SHORT, PasswordFault.TOO_UNIFORM);
    assertThat(PasswordFault.TOO_SHORT.sentence()).isEqualTo("must have at least 12 characters");
  }

  @Test
  void boundsWhatSomebodyClaims() {
    String most = "x".repeat(128);

    assertThat(PasswordRules.bounded(most).value()).isEqualTo(most);
    assertThatThrownBy(() -> PasswordRules.bounded(most + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<PasswordFault> faults(String password) {
    return PasswordRules.faults(new Password(password), Optional.of(EMAIL));
  }
}
