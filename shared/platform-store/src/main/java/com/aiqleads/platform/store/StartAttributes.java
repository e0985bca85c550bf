package com.aiqleads.platform.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.Generation;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.SessionStart;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a start of a session stands in a table.
final class StartAttributes {

  private static final String USER = "user";
  private static final String TEAM = "team";
  private static final String DEVICE = "device";
  private static final String STARTED_AT = "started-at";
  private static final String GENERATION = "generation";
  private static final String CODE_SHOWN = "code-shown";

  private StartAttributes() {}

  static Map<String, AttributeValue> of(SessionStart start) {
    return Map.of(
        USER,
        fromS(start.owner().user().text()),
        TEAM,
        fromS(start.owner().team().text()),
        DEVICE,
        fromS(start.device().value()),
        STARTED_AT,
        fromN(Long.toString(start.at().toEpochMilli())),
        GENERATION,
        fromN(Integer.toString(start.generation().number())),
        CODE_SHOWN,
        fromBool(start.codeShown()));
  }

  static SessionStart start(Item item) {
    return new SessionStart(
        owner(item),
        item.instant(STARTED_AT),
        new Device(item.text(DEVICE)),
        generation(item),
        item.has(CODE_SHOWN) && item.isTrue(CODE_SHOWN));
  }

  static SessionOwner owner(Item item) {
    return new SessionOwner(UserId.parse(item.text(USER)), TeamId.parse(item.text(TEAM)));
  }

  /// What is older than the attribute is of no generation that is left.
  private static Generation generation(Item item) {
    return new Generation(item.has(GENERATION) ? (int) item.number(GENERATION) : 0);
  }
}
