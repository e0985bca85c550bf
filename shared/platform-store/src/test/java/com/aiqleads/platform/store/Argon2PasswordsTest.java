package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.Password;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Passwords;
import org.junit.jupiter.api.Test;

class Argon2PasswordsTest {

  private final Passwords passwords = new PlatformStore().passwords();

  @Test
  void matchesOnlyThePasswordThatWasHashed() {
    PasswordHash hash = passwords.hash(GOOD_PASSWORD);

    assertThat(passwords.matches(GOOD_PASSWORD, hash)).isTrue();
    assertThat(passwords.matches(new Password("seven green lamp"), hash)).isFalse();
  }

  @Test
  void hashesWithTheCostsThatOwaspAsksFor() {
    assertThat(passwords.hash(GOOD_PASSWORD).value())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void saltsEachHash() {
    assertThat(passwords.hash(GOOD_PASSWORD)).isNotEqualTo(passwords.hash(GOOD_PASSWORD));
  }

  @Test
  void knowsLettersOfEveryAlphabet() {
    Password password = new Password("sieben grüne 🍋 лампы");

    assertThat(passwords.matches(password, passwords.hash(password))).isTrue();
    assertThat(passwords.matches(new Password("sieben gr?ne ? ?????"), passwords.hash(password)))
        .isFalse();
  }

  /// By hashes that another implementation made: the reference test vector of Argon2's authors.
  @Test
  void matchesHashesOfOtherCosts() {
    PasswordHash cheaper =
        new PasswordHash(
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");

    assertThat(passwords.matches(new Password("password"), cheaper)).isTrue();
    assertThat(passwords.matches(new Password("passwort"), cheaper)).isFalse();
  }
}
