package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.aMember;

import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.Identities;
import com.aiqleads.platform.IdentitiesContract;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Role;
import com.aiqleads.testkit.PostgresService;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresIdentitiesTest extends IdentitiesContract {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  private final Database database = new Database(POSTGRES.dataSource());

  @Override
  protected Identities identities() {
    return new PlatformStore().identities(database);
  }

  @Override
  protected UserId person() {
    Membership member = aMember(UUID.randomUUID() + "@buyers.example", Role.BUYER);
    new PlatformStore().members(database).add(member);
    return member.user().id();
  }
}
