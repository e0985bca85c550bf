package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.ActingKey;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.AuditTrail.Before;
import com.aiqleads.platform.AuditTrailContract;
import com.aiqleads.platform.Membership;
import com.aiqleads.testkit.PostgresService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAuditTrailTest extends AuditTrailContract {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  private final Database database = new Database(POSTGRES.dataSource());
  private final AllOrNothing together = new PlatformStore().allOrNothing(database);
  private final ActingKey acting = new ActingKey();
  private final AuditTrail trail = new PlatformStore().auditTrail(database, acting);

  @Override
  protected AuditTrail trail() {
    return trail;
  }

  @Test
  void namesTheKeyWithWhoseTokenTheRequestCame() {
    Membership ann = aBuyer();
    ApiKeyId key = new ApiKeyId(Ids.next(() -> NOON));
    AuditEntry entry = AuditEntry.of(ann.owner(), Act.MEMBER_INVITED, "", NOON);

    acting.begin(key.text());
    trail.add(entry);
    acting.end();

    assertThat(trail.of(ann.team().id(), Before.NOW)).containsExactly(entry.by(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entries set act = 'nothing'",
        "delete from audit_entries",
        "truncate audit_entries"
      })
  void onlyGrows(String change) {
    Membership ann = aBuyer();
    AuditEntry entry = AuditEntry.of(ann.team().id(), ann.user().id(), Act.REGISTERED, "", NOON);
    together.run(
        () -> {
          trail.add(entry);
          return entry;
        });

    assertThatThrownBy(() -> database.update(change, _ -> {}))
        .isInstanceOf(StoreFailure.class)
        .cause()
        .hasMessageContaining("only grows");
  }
}
