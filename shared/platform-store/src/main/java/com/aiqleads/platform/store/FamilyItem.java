package com.aiqleads.platform.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.OpenSession;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.RefreshToken;
import com.aiqleads.platform.Rotation;
import com.aiqleads.platform.Rotation.Reason;
import com.aiqleads.platform.Rotation.Refused;
import com.aiqleads.platform.Rotation.Replayed;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.SessionStart;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a family stands in its table, and what that says of a token.
record FamilyItem(Item item) {

  static final String RENEWED_AT = "renewed-at";

  /// The tables' time to live, too.
  static final String EXPIRES_AT = "expires-at";

  private static final String ID = "id";
  private static final String FINGERPRINT = "fingerprint";
  private static final String PREVIOUS = "previous";
  private static final String LINEAGE = "lineage";
  private static final String REVOKED = "revoked";

  FamilyItem(Map<String, AttributeValue> attributes) {
    this(new Item(attributes));
  }

  static Map<String, AttributeValue> of(RefreshToken first, SessionStart start) {
    Map<String, AttributeValue> item = new HashMap<>(StartAttributes.of(start));
    item.putAll(key(first.family()));
    item.put(FINGERPRINT, fromS(first.fingerprint()));
    item.put(LINEAGE, fromS(first.lineage().fingerprint()));
    item.put(RENEWED_AT, millis(start.at()));
    item.put(EXPIRES_AT, seconds(start.endsAt()));
    return item;
  }

  static Map<String, AttributeValue> key(FamilyId family) {
    return Map.of(ID, fromS(family.text()));
  }

  static AttributeValue seconds(Instant instant) {
    return fromN(Long.toString(instant.getEpochSecond()));
  }

  static AttributeValue millis(Instant instant) {
    return fromN(Long.toString(instant.toEpochMilli()));
  }

  boolean isThere() {
    return item.has(ID);
  }

  boolean isOver(Instant now) {
    return item.has(REVOKED) || isExpired(now);
  }

  private boolean isExpired(Instant now) {
    return item.number(EXPIRES_AT) <= now.getEpochSecond();
  }

  boolean isNewest(RefreshToken presented) {
    return item.text(FINGERPRINT).equals(presented.fingerprint());
  }

  private boolean isPrevious(RefreshToken presented) {
    return item.has(PREVIOUS) && item.text(PREVIOUS).equals(presented.fingerprint());
  }

  boolean knows(RefreshToken presented) {
    return isNewest(presented) || isPrevious(presented);
  }

  /// Why a token that is not the newest of an open family is not exchanged.
  Rotation refuse(RefreshToken presented, Instant now) {
    if (item.has(REVOKED)) {
      return new Refused(Reason.REVOKED);
    }
    if (isExpired(now)) {
      return new Refused(Reason.EXPIRED);
    }
    if (isLate(presented, now)) {
      return new Refused(Reason.LATE);
    }
    if (!item.text(LINEAGE).equals(presented.lineage().fingerprint())) {
      return new Refused(Reason.UNKNOWN);
    }
    return new Replayed(owner());
  }

  private boolean isLate(RefreshToken presented, Instant now) {
    return isPrevious(presented)
        && now.isBefore(item.instant(RENEWED_AT).plus(RefreshFamilies.GRACE));
  }

  SessionStart start() {
    return StartAttributes.start(item);
  }

  SessionOwner owner() {
    return StartAttributes.owner(item);
  }

  OpenSession session() {
    return new OpenSession(FamilyId.parse(item.text(ID)), start(), item.instant(RENEWED_AT));
  }
}
