package com.aiqleads.platform.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.aiqleads.platform.Departure;
import com.aiqleads.platform.Departures;
import com.aiqleads.platform.ProviderId;
import com.aiqleads.platform.RandomSecret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Arriving is one conditional delete, so that of many who come back with one state one arrives.
final class DynamoDepartures implements Departures {

  private static final String ID = "id";
  private static final String PROVIDER = "provider";
  private static final String BROWSER = "browser";
  private static final String NONCE = "nonce";
  private static final String VERIFIER = "verifier";
  private static final String STARTED_AT = "started-at";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoDepartures(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void add(RandomSecret state, Departure departure) {
    long end = departure.at().plus(LIFETIME).getEpochSecond();
    Map<String, AttributeValue> item =
        Map.of(
            ID,
            fromS(state.fingerprint()),
            PROVIDER,
            fromS(departure.provider().value()),
            BROWSER,
            fromS(departure.browser()),
            NONCE,
            fromS(departure.nonce().value()),
            VERIFIER,
            fromS(departure.verifier().value()),
            STARTED_AT,
            fromN(Long.toString(departure.at().toEpochMilli())),
            "expires-at",
            fromN(Long.toString(end)));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  @Override
  public Optional<Departure> arrive(RandomSecret state, RandomSecret browser, Instant now) {
    try {
      Map<String, AttributeValue> item =
          dynamo
              .deleteItem(
                  delete ->
                      delete
                          .tableName(table)
                          .key(Map.of(ID, fromS(state.fingerprint())))
                          .conditionExpression("browser = :browser")
                          .expressionAttributeValues(
                              Map.of(":browser", fromS(browser.fingerprint())))
                          .returnValues(ReturnValue.ALL_OLD))
              .attributes();
      return Optional.of(departure(new Item(item)))
          .filter(departure -> now.isBefore(departure.at().plus(LIFETIME)));
    } catch (ConditionalCheckFailedException _) {
      return Optional.empty();
    }
  }

  private static Departure departure(Item item) {
    return new Departure(
        new ProviderId(item.text(PROVIDER)),
        item.text(BROWSER),
        new RandomSecret(item.text(NONCE)),
        new RandomSecret(item.text(VERIFIER)),
        item.instant(STARTED_AT));
  }
}
