package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsStayHiddenTest {

  @Test
  void inTheTextOfEachType() {
    assertThat(new Password("seven green lamps")).hasToString("***");
    assertThat(new PasswordHash("$argon2id$v=19$m=8")).hasToString("***");
    assertThat(new AccessToken("e30.e30.e30", NOON)).hasToString("***");
  }

  @Test
  void inTheTextOfWhatHoldsThem() {
    assertThat(aBuyer().toString()).doesNotContain("Ann").doesNotContain("ann@");
  }

  @Test
  void hashesAreOfOneKind() {
    assertThatThrownBy(() -> new PasswordHash("$2b$12$abc"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesHaveOneToAHundredCharacters() {
    assertThat(new Name("  Ann ").value()).isEqualTo("Ann");
    assertThat(new Name("x".repeat(100)).value()).hasSize(100);
    assertThatThrownBy(() -> new Name("x".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Name("  ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Name("a\u0000b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesThatPeopleGiveAreNeitherMarkupNorCommands() {
    for (String name :
        List.of(
            "Ann",
            "Zo\u00eb O'Brien-Smith",
            "J. R. & Sons (Miami), Ltd.",
            "ci_key #2",
            "\u5f20\u4f1f")) {
      assertThat(Name.chosen(name).value()).isEqualTo(name);
    }
    for (String attack :
        List.of(
            "<b>Ann</b>",
            "'; drop table offers; --",
            "x' union select 1 --",
            "\" or \"1\"=\"1",
            "${7*7}",
            "{{7*7}}",
            "../../etc/passwd",
            "=cmd|'/c calc'!A0",
            "%s%s")) {
      assertThatThrownBy(() -> Name.chosen(attack))
          .as(attack)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void membersHaveARole() {
    Membership buyer = aBuyer();

    assertThatThrownBy(() -> new Membership(buyer.user(), buyer.team(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
