package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.aMember;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.Invitations;
import com.aiqleads.platform.InvitationsContract;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Role;
import com.aiqleads.testkit.PostgresService;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresInvitationsTest extends InvitationsContract {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  private final Database database = new Database(POSTGRES.dataSource());

  @Override
  protected Invitations invitations() {
    return new PlatformStore().invitations(database);
  }

  @Override
  protected Membership person() {
    Membership member = aMember(UUID.randomUUID() + "@buyers.example", Role.BUYER);
    new PlatformStore().members(database).add(member, new PasswordHash("$argon2id$v=19$one"));
    return member;
  }
}
