package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.aMember;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.ApiKeys;
import com.aiqleads.platform.ApiKeysContract;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Role;
import com.aiqleads.testkit.PostgresService;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresApiKeysTest extends ApiKeysContract {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  private final Database database = new Database(POSTGRES.dataSource());

  @Override
  protected ApiKeys keys() {
    return new PlatformStore().apiKeys(database);
  }

  @Override
  protected Membership person() {
    Membership member = aMember(UUID.randomUUID() + "@buyers.example", Role.BUYER);
    new PlatformStore().members(database).add(member, new PasswordHash("$argon2id$v=19$one"));
    return member;
  }
}
