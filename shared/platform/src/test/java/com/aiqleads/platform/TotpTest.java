package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

  /// The key of RFC 6238 appendix B, and how apps write it.
  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private static final TotpSecret SECRET = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  private static final long STEP = Totp.step(NOON);

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void makesTheCodesOfTheStandard(long seconds, String code) {
    Instant at = Instant.ofEpochSecond(seconds);

    assertThat(Totp.code(KEY, Totp.step(at), 8)).isEqualTo(code);
    assertThat(Totp.code(SECRET, at)).isEqualTo(code.substring(2));
  }

  @Test
  void writesItsSecretAsAppsReadIt() {
    assertThat(TotpSecret.of(KEY)).isEqualTo(SECRET);
    assertThat(SECRET.bytes()).isEqualTo(KEY);
    assertThat(SECRET.address("ann b@c.example"))
        .isEqualTo(
            "otpauth://totp/AIQLeads:ann%20b%40c.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=AIQLeads");
    assertThat(TotpSecret.next()).isNotEqualTo(TotpSecret.next());
    assertThat(SECRET).hasToString("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GEZDGNBV",
        "gezdgnbvgy3tqojqgezdgnbvgy3tqojq",
        "1EZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
      })
  void refusesWhatIsNoSecret(String text) {
    assertThatThrownBy(() -> new TotpSecret(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void forgivesAClockThatIsHalfAMinuteOff() {
    for (int skew = -1; skew <= 1; skew++) {
      assertThat(Totp.match(SECRET, codeOf(STEP + skew), NOON)).hasValue(STEP + skew);
    }
    assertThat(Totp.match(SECRET, codeOf(STEP - 2), NOON)).isEmpty();
    assertThat(Totp.match(SECRET, codeOf(STEP + 2), NOON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "abcdef", "-12345"})
  void refusesWhatIsNoCode(String code) {
    assertThat(Totp.match(SECRET, code, NOON)).isEmpty();
  }

  @Test
  void changesItsCodeEveryThirtySeconds() {
    assertThat(Totp.step(NOON.plusSeconds(29))).isEqualTo(STEP);
    assertThat(Totp.step(NOON.plusSeconds(30))).isEqualTo(STEP + 1);
    assertThat(Totp.step(NOON.minusSeconds(1))).isEqualTo(STEP - 1);
  }

  @Test
  void comesWithTenRecoveryCodesThatPeopleCanType() {
    List<RecoveryCode> codes = RecoveryCode.next();
    RecoveryCode code = codes.getFirst();
    Set<String> fingerprints = new HashSet<>();
    codes.forEach(one -> fingerprints.add(one.fingerprint()));

    assertThat(fingerprints).hasSize(10).noneMatch(digest -> digest.contains(code.text()));
    assertThat(code.readable()).matches("([A-Z0-9]{4}-){3}[A-Z0-9]{4}");
    assertThat(new RecoveryCode(code.readable().toLowerCase(Locale.ROOT) + " ")).isEqualTo(code);
    assertThat(code).hasToString("***");
    assertThatThrownBy(() -> new RecoveryCode("ABCD-EFGH-JKMN-PQR"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RecoveryCode("ABCD-EFGH-JKMN-PQRO"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isForcedForAdminsAndNobodyElse() {
    SecondFactor none = new SecondFactor.None();
    SecondFactor offered = new SecondFactor.Offered(SECRET);
    FamilyId session = aFamily();
    SecondFactor enrolled = new SecondFactor.Enrolled(SECRET, STEP, 10, Optional.of(session));
    SessionStart byPassword = aStart(aBuyer());
    SessionStart withCode = byPassword.withCode();

    for (Role role : Role.values()) {
      Set<Role> roles = EnumSet.of(role, Role.BUYER);
      Set<Role> without = role == Role.ADMIN ? Set.of() : roles;
      assertThat(SecondFactorRule.usable(roles, none)).isEqualTo(without);
      assertThat(SecondFactorRule.usable(roles, offered)).isEqualTo(without);
      assertThat(SecondFactorRule.usable(roles, enrolled)).isEqualTo(roles);
      assertThat(SecondFactorRule.usable(roles, none, withCode, session)).isEqualTo(without);
      assertThat(SecondFactorRule.usable(roles, offered, withCode, session)).isEqualTo(without);
      assertThat(SecondFactorRule.usable(roles, enrolled, withCode, aFamily())).isEqualTo(roles);
      assertThat(SecondFactorRule.usable(roles, enrolled, byPassword, session)).isEqualTo(roles);
      assertThat(SecondFactorRule.usable(roles, enrolled, byPassword, aFamily()))
          .isEqualTo(without);
    }
  }

  private static String codeOf(long step) {
    return Totp.code(KEY, step, Totp.DIGITS);
  }
}
