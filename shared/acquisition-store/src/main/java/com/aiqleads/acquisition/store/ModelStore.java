package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.proposing.Proposals;
import com.aiqleads.acquisition.proposing.ProposeAddress;
import com.aiqleads.acquisition.proposing.ProposeWording;
import com.aiqleads.acquisition.validation.ValidationCache;
import com.aiqleads.ai.Allowance;
import com.aiqleads.ai.ChatCompletions;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.database.Database;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Language models, which nobody asks unless a stage says what for: `AIQLEADS_PROPOSALS` is empty,
/// or `addresses`, `wording` or both. What is sent leaves us: an advertisement without contacts. No
/// singletons: those would be made in every function that has this module.
@Factory
final class ModelStore {

  private static final String ADDRESSES = "addresses";
  private static final String WORDING = "wording";
  private static final String A_DAY = "1000";

  /// Left of the invocation to decide, to send and to answer.
  private static final Duration MARGIN = Duration.ofSeconds(8);

  /// A proposal is worth no more.
  private static final Duration LONGEST = Duration.ofSeconds(8);

  @Prototype
  @Bean(preDestroy = "close")
  ChatCompletions languageModel(
      Secrets secrets, Allowance allowance, ObjectMapper json, InstantSource clock) {
    return new ChatCompletions(() -> secrets.text("language-model"), allowance, json, clock);
  }

  @Prototype
  Allowance allowance(
      DynamoDbClient dynamo,
      Names names,
      InstantSource clock,
      @Property(name = "aiqleads.questions-a-day", defaultValue = A_DAY) int aDay) {
    return new DynamoAllowance(dynamo, names.table("validation-cache"), clock, aDay);
  }

  @Prototype
  ProposeAddress proposeAddress(
      @Property(name = "aiqleads.proposals", defaultValue = "") String wanted,
      BeanProvider<ChatCompletions> model,
      ObjectMapper json,
      RemainingTime time) {
    return isWanted(wanted, ADDRESSES)
        ? new ModelledAddresses(model.get(), new ModelJson(json), () -> patience(time.remaining()))
        : ProposeAddress.NOBODY;
  }

  @Prototype
  ProposeWording proposeWording(
      @Property(name = "aiqleads.proposals", defaultValue = "") String wanted,
      BeanProvider<ChatCompletions> model,
      BeanProvider<ValidationCache> asked,
      ObjectMapper json,
      RemainingTime time) {
    return isWanted(wanted, WORDING)
        ? new ModelledWording(
            model.get(), new ModelJson(json), asked.get(), () -> patience(time.remaining()))
        : ProposeWording.NOBODY;
  }

  @Prototype
  Proposals proposals(Database database) {
    return new PostgresProposals(database);
  }

  static boolean isWanted(String wanted, String what) {
    List<String> all = Arrays.stream(wanted.split(",")).map(String::strip).toList();
    if (all.stream().anyMatch(one -> !List.of("", ADDRESSES, WORDING).contains(one))) {
      throw new IllegalArgumentException(
          "aiqleads.proposals is '" + wanted + "', not addresses, wording or both");
    }
    return all.contains(what);
  }

  static Duration patience(Duration remaining) {
    Duration left = remaining.minus(MARGIN);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }
}
