package com.aiqleads.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleTest {

  @Test
  void onlyBuyersAndAdminsBuy() {
    assertThat(Role.values())
        .filteredOn(role -> role.scopes().contains(Scope.MARKETPLACE_WRITE))
        .containsExactly(Role.BUYER, Role.ADMIN);
  }

  @Test
  void adminsMayDoEverything() {
    assertThat(Role.ADMIN.scopes()).containsExactlyInAnyOrder(Scope.values());
  }

  @Test
  void supportLooksAndChangesNothing() {
    assertThat(Role.SUPPORT.scopes()).allMatch(scope -> scope.text().endsWith(":read"));
  }

  @Test
  void nobodyButAdminsAdministers() {
    assertThat(Role.values())
        .filteredOn(
            role -> role.scopes().stream().anyMatch(scope -> scope.text().endsWith(":admin")))
        .containsExactly(Role.ADMIN);
  }

  @Test
  void severalRolesAllowWhatEachAllows() {
    assertThat(Role.scopesOf(List.of(Role.ANALYST, Role.CANDIDATE)))
        .containsExactlyInAnyOrder(
            Scope.MARKETPLACE_READ,
            Scope.INSIGHTS_READ,
            Scope.INSIGHTS_WRITE,
            Scope.CAREERS_READ,
            Scope.CAREERS_WRITE);
  }

  @Test
  void readsItsTextBack() {
    assertThat(Role.values()).allMatch(role -> Role.of(role.text()) == role);
    assertThatThrownBy(() -> Role.of("owner")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void scopesReadTheirTextBack() {
    assertThat(Scope.values()).allMatch(scope -> Scope.of(scope.text()).orElseThrow() == scope);
    assertThat(Scope.of("marketplace:sell")).isEmpty();
  }
}
