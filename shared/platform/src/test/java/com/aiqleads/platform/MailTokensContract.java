package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every store of mail tokens must hold.
public abstract class MailTokensContract {

  private static final Instant END = NOON.plus(MailKind.RESET_PASSWORD.lifetime());

  private final RandomSecret secret = RandomSecret.next();

  protected abstract MailTokens tokens();

  /// Somebody who is in the store.
  protected abstract UserId person();

  @Test
  void isGoodOnce() {
    UserId ann = person();
    add(secret, ann);

    assertThat(tokens().use(secret, MailKind.RESET_PASSWORD, NOON)).contains(ann);
    assertThat(tokens().use(secret, MailKind.RESET_PASSWORD, NOON)).isEmpty();
  }

  @Test
  void saysWhetherItIsGoodAndUsesNothingUp() {
    UserId ann = person();
    add(secret, ann);

    assertThat(tokens().isGood(secret, MailKind.RESET_PASSWORD, END.minusMillis(1))).isTrue();
    assertThat(tokens().isGood(secret, MailKind.RESET_PASSWORD, END)).isFalse();
    assertThat(tokens().isGood(secret, MailKind.CONFIRM_EMAIL, NOON)).isFalse();
    assertThat(tokens().isGood(RandomSecret.next(), MailKind.RESET_PASSWORD, NOON)).isFalse();
    assertThat(tokens().use(secret, MailKind.RESET_PASSWORD, NOON)).contains(ann);
    assertThat(tokens().isGood(secret, MailKind.RESET_PASSWORD, NOON)).isFalse();
  }

  @Test
  void isGoodUntilItEnds() {
    UserId ann = person();
    add(secret, ann);
    RandomSecret other = RandomSecret.next();
    UserId bob = person();
    add(other, bob);

    assertThat(tokens().use(secret, MailKind.RESET_PASSWORD, END)).isEmpty();
    assertThat(tokens().use(secret, MailKind.RESET_PASSWORD, END.plusMillis(1))).isEmpty();
    assertThat(tokens().use(other, MailKind.RESET_PASSWORD, END.minusMillis(1))).contains(bob);
  }

  @Test
  void isGoodForOnePurpose() {
    add(secret, person());

    assertThat(tokens().use(secret, MailKind.CONFIRM_EMAIL, NOON)).isEmpty();
  }

  @Test
  void isUsedUpWithTheOthersOfTheSamePersonAndPurpose() {
    UserId ann = person();
    UserId bob = person();
    RandomSecret earlier = RandomSecret.next();
    RandomSecret bobs = RandomSecret.next();
    RandomSecret confirmation = RandomSecret.next();
    add(earlier, ann);
    add(secret, ann);
    add(bobs, bob);
    tokens().add(confirmation, MailKind.CONFIRM_EMAIL, ann, END);

    assertThat(tokens().use(secret, MailKind.RESET_PASSWORD, NOON)).contains(ann);

    assertThat(tokens().use(earlier, MailKind.RESET_PASSWORD, NOON)).isEmpty();
    assertThat(tokens().use(bobs, MailKind.RESET_PASSWORD, NOON)).contains(bob);
    assertThat(tokens().use(confirmation, MailKind.CONFIRM_EMAIL, NOON)).contains(ann);
  }

  @Test
  void isGoodOnceForThePersonItWasWrittenTo() {
    UserId ann = person();
    UserId bob = person();
    add(secret, ann);

    assertThat(tokens().use(secret, MailKind.RESET_PASSWORD, bob, NOON)).isFalse();
    assertThat(tokens().use(secret, MailKind.CONFIRM_EMAIL, ann, NOON)).isFalse();
    assertThat(tokens().use(secret, MailKind.RESET_PASSWORD, ann, END)).isFalse();
    assertThat(tokens().use(secret, MailKind.RESET_PASSWORD, ann, NOON)).isTrue();
    assertThat(tokens().use(secret, MailKind.RESET_PASSWORD, ann, NOON)).isFalse();
  }

  @Test
  void isNotUsedUpByTheTokenOfSomebodyElse() {
    UserId ann = person();
    UserId bob = person();
    RandomSecret bobs = RandomSecret.next();
    add(secret, ann);
    add(bobs, bob);

    assertThat(tokens().use(bobs, MailKind.RESET_PASSWORD, ann, NOON)).isFalse();

    assertThat(tokens().isGood(secret, MailKind.RESET_PASSWORD, NOON)).isTrue();
    assertThat(tokens().use(bobs, MailKind.RESET_PASSWORD, NOON)).contains(bob);
  }

  @Test
  void knowsNoOther() {
    assertThat(tokens().use(secret, MailKind.RESET_PASSWORD, NOON)).isEmpty();
  }

  private void add(RandomSecret token, UserId user) {
    tokens().add(token, MailKind.RESET_PASSWORD, user, END);
  }
}
