package com.aiqleads.marketplace.stripe;

import com.aiqleads.marketplace.cards.Card;
import com.aiqleads.marketplace.cards.CardFace;
import com.aiqleads.marketplace.cards.CardVault;
import com.aiqleads.marketplace.cards.SavingAnswer;
import com.aiqleads.marketplace.payments.CardOnFile;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.CustomerCreation;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentMethodType;
import com.stripe.param.checkout.SessionCreateParams.SetupIntentData;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.URI;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cards are typed on Stripe's page, in a checkout session that sets up a card and takes
/// nothing.
final class StripeVault implements CardVault {

  /// The name under which everything of a card knows which one it is.
  private static final String CARD = "card";

  private final StripeAccount account;
  private final URI product;

  StripeVault(StripeAccount account, URI product) {
    this.account = account;
    this.product = product;
  }

  @Override
  public SavingAnswer start(Card card) {
    try {
      return answer(created(card));
    } catch (InvalidRequestException e) {
      return new SavingAnswer.Over("refused");
    } catch (StripeException e) {
      return new SavingAnswer.Unknown(e.getClass().getSimpleName());
    }
  }

  /// A customer that was deleted at Stripe never comes back, and would keep the team from saving
  /// any card: another is made, once, under another key, since it is another request.
  private Session created(Card card) throws StripeException {
    String key = card.id().text();
    try {
      return created(session(card, card.customer()), key);
    } catch (InvalidRequestException e) {
      if (card.customer().isEmpty() || !isOfLostCustomer(e)) {
        throw e;
      }
      return created(session(card, Optional.empty()), key + "-anew");
    }
  }

  private Session created(SessionCreateParams session, String key) throws StripeException {
    RequestOptions once = RequestOptions.builder().setIdempotencyKey(key).build();
    return account.client().v1().checkout().sessions().create(session, once);
  }

  private static boolean isOfLostCustomer(InvalidRequestException e) {
    return "resource_missing".equals(e.getCode()) && "customer".equals(e.getParam());
  }

  @Override
  public SavingAnswer ask(Card card) {
    SessionRetrieveParams whole =
        SessionRetrieveParams.builder().addExpand("setup_intent.payment_method").build();
    String session = card.session().orElseThrow();
    try {
      return answer(account.client().v1().checkout().sessions().retrieve(session, whole));
    } catch (StripeException e) {
      return new SavingAnswer.Unknown(e.getClass().getSimpleName());
    }
  }

  /// Stripe refuses to forget what it has forgotten.
  @Override
  public boolean forget(CardOnFile card) {
    try {
      account.client().v1().paymentMethods().detach(card.method());
      return true;
    } catch (InvalidRequestException _) {
      return true;
    } catch (StripeException _) {
      return false;
    }
  }

  private SessionCreateParams session(Card card, Optional<String> customer) {
    String id = card.id().text();
    String back = product.resolve("/console/wallet/card").toString();
    SessionCreateParams.Builder session =
        SessionCreateParams.builder()
            .setMode(Mode.SETUP)
            .addPaymentMethodType(PaymentMethodType.CARD)
            .setClientReferenceId(id)
            .putMetadata(CARD, id)
            .setSetupIntentData(SetupIntentData.builder().putMetadata(CARD, id).build())
            .setSuccessUrl(back)
            .setCancelUrl(back)
            .setExpiresAt(card.pageUntil().getEpochSecond());
    customer.ifPresentOrElse(
        session::setCustomer, () -> session.setCustomerCreation(CustomerCreation.ALWAYS));
    return session.build();
  }

  private static SavingAnswer answer(Session session) {
    return switch (session.getStatus()) {
      case "open" -> new SavingAnswer.Open(session.getId(), URI.create(session.getUrl()));
      case "expired" -> new SavingAnswer.Over("expired");
      default -> complete(session, session.getSetupIntentObject());
    };
  }

  private static SavingAnswer complete(Session session, @Nullable SetupIntent intent) {
    @Nullable PaymentMethod method = intent == null ? null : intent.getPaymentMethodObject();
    if (method == null) {
      return new SavingAnswer.Unknown("no payment method");
    }
    PaymentMethod.Card card = method.getCard();
    CardFace face =
        new CardFace(
            card.getBrand(),
            card.getLast4(),
            YearMonth.of(Math.toIntExact(card.getExpYear()), Math.toIntExact(card.getExpMonth())));
    return new SavingAnswer.Saved(
        session.getId(),
        new Card.Saved(new CardOnFile(session.getCustomer(), method.getId()), face));
  }
}
