package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SecondFactorsContract;
import com.aiqleads.platform.TotpSecret;
import com.aiqleads.testkit.PostgresService;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSecondFactorsTest extends SecondFactorsContract {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  private static final class OneSecret implements Secrets {
    @Override
    public String text(String name) {
      assertThat(name).isEqualTo("second-factor-key");
      return Base64.getEncoder().encodeToString(new byte[32]);
    }

    @Override
    public String fresh(String name) {
      return text(name);
    }
  }

  private final Database database = new Database(POSTGRES.dataSource());
  private final SecondFactors factors =
      new PlatformStore().secondFactors(database, new OneSecret());

  @Override
  protected SecondFactors factors() {
    return factors;
  }

  @Override
  protected UserId person() {
    Membership member = aMember(UUID.randomUUID() + "@buyers.example", Role.BUYER);
    new PlatformStore().members(database).add(member, new PasswordHash("$argon2id$v=19$one"));
    return member.user().id();
  }

  @Test
  void keepsNothingInClear() {
    UserId ann = person();
    TotpSecret secret = TotpSecret.next();
    List<RecoveryCode> codes = RecoveryCode.next();
    factors.enrol(ann, secret, 1, codes, aFamily());
    factors.offer(ann, secret);

    assertThat(lines("second_factors"))
        .isNotEmpty()
        .noneMatch(line -> line.contains(secret.text()));
    assertThat(lines("recovery_codes"))
        .isNotEmpty()
        .noneMatch(line -> line.contains(codes.getFirst().text()));
  }

  @Test
  void doesNotKnowInWhichSessionAFactorWasEnrolledLongAgo() {
    UserId ann = person();
    factors.enrol(ann, TotpSecret.next(), 1, RecoveryCode.next(), aFamily());
    database.update(
        "update second_factors set enrolled_in = null where user_id = ?",
        row -> row.setObject(1, ann.value()));

    assertThat(((Enrolled) factors.of(ann)).session()).isEmpty();
  }

  private List<String> lines(String table) {
    return database.query(
        "select t::text as line from " + table + " t", _ -> {}, row -> row.getString("line"));
  }
}
