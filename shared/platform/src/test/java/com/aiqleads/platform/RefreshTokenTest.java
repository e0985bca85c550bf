package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

  @Test
  void readsItsTextBack() {
    RefreshToken token = RefreshToken.random(aFamily());

    assertThat(RefreshToken.parse(token.text())).isEqualTo(token);
  }

  @Test
  void isNeverTheSameTwice() {
    FamilyId family = aFamily();

    assertThat(RefreshToken.random(family).fingerprint())
        .isNotEqualTo(RefreshToken.random(family).fingerprint());
  }

  @Test
  void handsOnItsLineageButNotItsSecret() {
    RefreshToken token = RefreshToken.random(aFamily());

    assertThat(token.next().family()).isEqualTo(token.family());
    assertThat(token.next().lineage()).isEqualTo(token.lineage());
    assertThat(token.next().secret()).isNotEqualTo(token.secret());
    assertThat(RefreshToken.random(token.family()).lineage()).isNotEqualTo(token.lineage());
  }

  @Test
  void hidesItsSecrets() {
    RefreshToken token = RefreshToken.random(aFamily());

    assertThat(token.toString())
        .doesNotContain(token.secret().value())
        .doesNotContain(token.lineage().value());
    assertThat(token.fingerprint()).hasSize(64).doesNotContain(token.secret().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no dot",
        "family_01JA5Z6E0V8QJ3M2R7T9X4B1CD.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "family_01JA5Z6E0V8QJ3M2R7T9X4B1CD.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.short",
        "family_01JA5Z6E0V8QJ3M2R7T9X4B1CD.short.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "user_01JA5Z6E0V8QJ3M2R7T9X4B1CD.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "family_01JA5Z6E0V8QJ3M2R7T9X4B1CD.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAA=AAAAAAAAAAAAAAAAAAAAA"
      })
  void refusesWhatIsNoToken(String text) {
    assertThatThrownBy(() -> RefreshToken.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
