package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aStart;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.Names;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.RefreshFamiliesContract;
import com.aiqleads.platform.RefreshToken;
import com.aiqleads.platform.Rotation;
import com.aiqleads.platform.Rotation.Reason;
import com.aiqleads.platform.Rotation.Refused;
import com.aiqleads.platform.Rotation.Rotated;
import com.aiqleads.platform.SessionStart;
import com.aiqleads.platform.SessionsSince;
import com.aiqleads.testkit.DynamoService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoRefreshFamiliesTest extends RefreshFamiliesContract {

  private static final Names NAMES = new Names("families-test", "platform");

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final DynamoDbClient client = DynamoTables.client(DYNAMO.endpoint());
  private final RefreshFamilies families = new PlatformStore().refreshFamilies(client, NAMES);

  @BeforeAll
  static void createTable() {
    DynamoDbClient client = DynamoTables.client(DYNAMO.endpoint());
    DynamoTables.create(client, NAMES.table("refresh-families"));
    DynamoTables.create(client, NAMES.table("user-sessions"), "user", "family");
  }

  @Override
  protected RefreshFamilies families() {
    return families;
  }

  @Test
  void letsOneOfManyCallersWithTheSameTokenRotate() throws InterruptedException {
    Membership buyer = aBuyer();
    RefreshToken first = RefreshToken.random(aFamily());
    families.start(first, aStart(buyer));
    Callable<Rotation> rotation = () -> families.rotate(first, first.next(), NOON);

    List<Rotation> rotations;
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      rotations =
          callers.invokeAll(Stream.generate(() -> rotation).limit(8).toList()).stream()
              .map(DynamoRefreshFamiliesTest::result)
              .toList();
    }

    assertThat(rotations).filteredOn(Rotated.class::isInstance).hasSize(1);
    assertThat(rotations).filteredOn(new Refused(Reason.LATE)::equals).hasSize(7);
  }

  @Test
  void keepsNoTokenInClear() {
    Membership buyer = aBuyer();
    RefreshToken first = RefreshToken.random(aFamily());

    families.start(first, aStart(buyer));

    assertThat(client.scan(scan -> scan.tableName(NAMES.table("refresh-families"))).items())
        .isNotEmpty()
        .noneMatch(item -> item.toString().contains(first.secret().value()))
        .noneMatch(item -> item.toString().contains(first.lineage().value()));
  }

  @Test
  void takesWhatIsOlderThanGenerationsForOver() {
    Membership buyer = aBuyer();
    RefreshToken first = RefreshToken.random(aFamily());
    families.start(first, aStart(buyer));
    client.updateItem(
        update ->
            update
                .tableName(NAMES.table("refresh-families"))
                .key(Map.of("id", AttributeValue.fromS(first.family().text())))
                .updateExpression("remove generation, #shown")
                .expressionAttributeNames(Map.of("#shown", "code-shown")));

    SessionStart start = families.find(first, NOON).orElseThrow();

    assertThat(SessionsSince.EVER.allows(first.family(), start.generation())).isFalse();
    assertThat(start.codeShown()).isFalse();
  }

  private static Rotation result(Future<Rotation> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
