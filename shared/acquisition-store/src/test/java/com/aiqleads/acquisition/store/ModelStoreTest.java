package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.proposing.AddressMaterial;
import com.aiqleads.acquisition.proposing.ProposeAddress;
import com.aiqleads.acquisition.proposing.ProposeWording;
import com.aiqleads.acquisition.proposing.Wording;
import com.aiqleads.acquisition.validation.InMemoryValidationCache;
import com.aiqleads.ai.Allowance;
import com.aiqleads.ai.ChatCompletions;
import com.aiqleads.ai.LanguageModel;
import com.aiqleads.ai.Reply;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.testkit.DynamoService;
import io.micronaut.context.BeanProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class ModelStoreTest {

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private static final Names NAMES = new Names("model-test", "acquisition");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final ModelJson JSON = new ModelJson(SealedContactsTest.JSON);

  private final DynamoDbClient client = FetchingTables.client(DYNAMO.endpoint());

  @Test
  void asksNoMoreInADayThanItMayAndAgainTheNext() {
    FetchingTables.create(client, NAMES.table("validation-cache"), "question");

    Allowance today = allowance(NOON, 2);

    assertThat(List.of(today.take(), today.take(), today.take()))
        .containsExactly(true, true, false);
    assertThat(allowance(NOON.plus(Duration.ofDays(1)), 2).take()).isTrue();
    assertThat(allowance(NOON.plus(Duration.ofDays(2)), 0).take()).isFalse();
  }

  @Test
  void asksNothingWhileNobodyKnowsHowMuchIsLeft() {
    assertThat(new DynamoAllowance(client, "no-such-table", InstantSource.fixed(NOON), 9).take())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', addresses, false",
    "addresses, addresses, true",
    "addresses, wording, false",
    "'wording, addresses', addresses, true"
  })
  void asksForWhatTheStageSays(String wanted, String what, boolean isWanted) {
    assertThat(ModelStore.isWanted(wanted, what)).isEqualTo(isWanted);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelStore.isWanted("adresses", what))
        .withMessageContaining("aiqleads.proposals");
  }

  @Test
  void asksNobodyUnlessTheStageWantsIt() {
    ModelStore store = new ModelStore();
    RemainingTime time = () -> Duration.ofSeconds(30);
    ChatCompletions model =
        new ChatCompletions(
            () -> "", () -> true, SealedContactsTest.JSON, InstantSource.fixed(NOON));
    BeanProvider<ChatCompletions> nobody =
        () -> {
          throw new AssertionError("nobody is asked");
        };

    assertThat(store.proposeAddress("", nobody, SealedContactsTest.JSON, time))
        .isSameAs(ProposeAddress.NOBODY);
    assertThat(
            store.proposeWording(
                "addresses", nobody, InMemoryValidationCache::new, SealedContactsTest.JSON, time))
        .isSameAs(ProposeWording.NOBODY);
    assertThat(store.proposeAddress("addresses", () -> model, SealedContactsTest.JSON, time))
        .isInstanceOf(ModelledAddresses.class);
    assertThat(
            store.proposeWording(
                "wording",
                () -> model,
                InMemoryValidationCache::new,
                SealedContactsTest.JSON,
                time))
        .isInstanceOf(ModelledWording.class);
    model.close();
  }

  @ParameterizedTest
  @CsvSource({"7, 0", "8, 0", "9, 1", "15, 7", "16, 8", "900, 8"})
  void waitsAsLongAsTheInvocationLetsIt(long remaining, long patience) {
    assertThat(ModelStore.patience(Duration.ofSeconds(remaining)))
        .isEqualTo(Duration.ofSeconds(patience));
  }

  @Test
  void isNotAskedAboutMoreThanAModelIsAskedAbout() {
    LanguageModel none =
        (_, _) -> {
          throw new AssertionError("nobody is asked");
        };
    AddressMaterial endless = new AddressMaterial(RawAddress.UNKNOWN, "x".repeat(9_000));

    assertThat(new ModelledAddresses(none, JSON, () -> Duration.ofSeconds(1)).propose(endless))
        .isEmpty();
  }

  @Test
  void aTextThatIsLeftOutOfAnAnswerIsNotProposed() {
    LanguageModel brief = (_, _) -> new Reply.Said("{\"title\":null}", "m");
    ModelledWording wording =
        new ModelledWording(
            brief, JSON, new InMemoryValidationCache(), () -> Duration.ofSeconds(1));

    assertThat(wording.propose(new Wording("A", "B")).orElseThrow().value())
        .isEqualTo(new Wording("", ""));
  }

  @Test
  void aTextIsAskedAboutUntilAModelHasSaidSomethingOfIt() {
    List<Reply> replies =
        new ArrayList<>(
            List.of(
                new Reply.Silent(Reply.Why.BUSY),
                new Reply.Silent(Reply.Why.SPENT),
                new Reply.Said("no JSON", "m")));
    LanguageModel model = (_, _) -> replies.removeFirst();
    ModelledWording wording =
        new ModelledWording(
            model, JSON, new InMemoryValidationCache(), () -> Duration.ofSeconds(1));
    Wording text = new Wording("A", "B");

    assertThat(wording.propose(text)).isEmpty();
    assertThat(wording.propose(text)).isEmpty();
    assertThat(replies).hasSize(1);
    assertThat(wording.propose(text)).isEmpty();
    assertThat(replies).isEmpty();
    assertThat(wording.propose(text)).isEmpty();
  }

  private Allowance allowance(Instant now, int aDay) {
    return new DynamoAllowance(
        client, NAMES.table("validation-cache"), InstantSource.fixed(now), aDay);
  }
}
