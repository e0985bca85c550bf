package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.MailTokens;
import com.aiqleads.platform.MailTokensContract;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.Role;
import com.aiqleads.testkit.PostgresService;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresMailTokensTest extends MailTokensContract {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  private final Database database = new Database(POSTGRES.dataSource());
  private final Members members = new PlatformStore().members(database);
  private final MailTokens tokens = new PlatformStore().mailTokens(database);

  @Override
  protected MailTokens tokens() {
    return tokens;
  }

  @Override
  protected UserId person() {
    Membership member = aMember(UUID.randomUUID() + "@buyers.example", Role.BUYER);
    members.add(member, new PasswordHash("$argon2id$v=19$one"));
    return member.user().id();
  }

  @Test
  void letsOneOfManyUseIt() throws Exception {
    RandomSecret secret = RandomSecret.next();
    tokens.add(secret, MailKind.CONFIRM_EMAIL, person(), NOON.plusSeconds(60));
    Callable<Optional<UserId>> use = () -> tokens.use(secret, MailKind.CONFIRM_EMAIL, NOON);

    int used = 0;
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Optional<UserId>> one :
          callers.invokeAll(Stream.generate(() -> use).limit(8).toList())) {
        used += one.get().isPresent() ? 1 : 0;
      }
    }

    assertThat(used).isEqualTo(1);
  }

  @Test
  void keepsNoSecretInClear() {
    RandomSecret secret = RandomSecret.next();
    tokens.add(secret, MailKind.CONFIRM_EMAIL, person(), NOON.plusSeconds(60));

    assertThat(
            database.query(
                "select m::text as line from mail_tokens m", _ -> {}, row -> row.getString("line")))
        .isNotEmpty()
        .noneMatch(line -> line.contains(secret.value()));
  }
}
