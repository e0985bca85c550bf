package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.MembersContract;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Role;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresMembersTest extends MembersContract {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  private final Database database = new Database(POSTGRES.dataSource());
  private final Members members = new PlatformStore().members(database);

  @Override
  protected Members members() {
    return members;
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryRole(Role role) {
    Membership member = aMember(role.text() + "@every.example", role);

    members.add(member, new PasswordHash("$argon2id$v=19$one"));

    assertThat(members.find(member.team().id(), member.user().id())).contains(member);
  }

  @Test
  void saysWhenTheAddressWasConfirmed() {
    Membership member = aMember("confirmed@buyers.example", Role.BUYER);
    members.add(member, new PasswordHash("$argon2id$v=19$one"));

    database.update(
        "update users set email_confirmed_at = '2026-11-20T12:00:00Z' where email = ?",
        row -> row.setString(1, "confirmed@buyers.example"));

    assertThat(
            members
                .withEmail(new Email("confirmed@buyers.example"))
                .orElseThrow()
                .membership()
                .user()
                .confirmation())
        .isEqualTo(new Confirmed(Instant.parse("2026-11-20T12:00:00Z")));
  }
}
