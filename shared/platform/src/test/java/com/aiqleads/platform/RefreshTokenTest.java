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
  void hidesItsSecret() {
    RefreshToken token = RefreshToken.random(aFamily());

    assertThat(token.toString()).doesNotContain(token.secret().value());
    assertThat(token.fingerprint()).hasSize(64).doesNotContain(token.secret().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no dot",
        "family_01JA5Z6E0V8QJ3M2R7T9X4B1CD.short",
        "user_01JA5Z6E0V8QJ3M2R7T9X4B1CD.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "family_01JA5Z6E0V8QJ3M2R7T9X4B1CD.AAAAAAAAAAAAAAAAAAAAA=AAAAAAAAAAAAAAAAAAAAA"
      })
  void refusesWhatIsNoToken(String text) {
    assertThatThrownBy(() -> RefreshToken.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
