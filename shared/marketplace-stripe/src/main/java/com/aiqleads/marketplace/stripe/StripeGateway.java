package com.aiqleads.marketplace.stripe;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.PaymentMethodType;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.URI;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checkout sessions: Stripe shows the page, asks the bank, and has the card.
final class StripeGateway implements PaymentGateway {

  /// The name under which everything of a payment knows which one it is.
  static final String PAYMENT = "payment";

  private static final Set<String> CODES =
      Currency.availableCurrencies()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  /// One after the other, if each before has failed.
  private static final int MOST_REFUNDS = 5;

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final Logger LOG = LoggerFactory.getLogger(StripeGateway.class);

  private final StripeAccount account;
  private final URI product;
  private final StripeCharges charges;

  StripeGateway(StripeAccount account, URI product) {
    this.account = account;
    this.product = product;
    this.charges = new StripeCharges(account, InstantSource.system());
  }

  @Override
  public boolean isOpen() {
    return account.isOpen();
  }

  /// The same key is the same session, however often this is asked for. If Stripe finds the
  /// request
  /// wrong, it has made none under this key; and nobody can have seen the page of one before,
  /// since
  /// its address would be known here.
  @Override
  public GatewayAnswer start(Payment payment) {
    if (payment.card().isPresent()) {
      return charges.start(payment);
    }
    RequestOptions once = RequestOptions.builder().setIdempotencyKey(payment.id().text()).build();
    try {
      return answer(account.client().v1().checkout().sessions().create(session(payment), once));
    } catch (InvalidRequestException e) {
      return refused(e);
    } catch (StripeException e) {
      return unknown(e);
    }
  }

  @Override
  public GatewayAnswer ask(Payment payment) {
    if (payment.card().isPresent()) {
      return charges.ask(payment);
    }
    SessionRetrieveParams whole =
        SessionRetrieveParams.builder().addExpand("payment_intent").build();
    try {
      return answer(
          account
              .client()
              .v1()
              .checkout()
              .sessions()
              .retrieve(payment.session().orElseThrow(), whole));
    } catch (StripeException e) {
      return unknown(e);
    }
  }

  /// Who is too late finds out what has become of it.
  @Override
  public GatewayAnswer end(Payment payment) {
    if (payment.card().isPresent()) {
      return charges.ask(payment);
    }
    String session = payment.session().orElseThrow();
    try {
      return answer(account.client().v1().checkout().sessions().expire(session));
    } catch (InvalidRequestException _) {
      return ask(payment);
    } catch (StripeException e) {
      return unknown(e);
    }
  }

  /// Whatever of it has not gone back yet. The same key is the same refund, and after one that
  /// failed
  /// the key is another; where somebody else was first, what is asked for is how much has gone
  /// back.
  @Override
  public GatewayAnswer giveBack(Payment payment) {
    String intent = payment.intent().orElseThrow();
    String key = "refund " + payment.id().text();
    try {
      for (int again = 0; again < MOST_REFUNDS; again++) {
        Refund made = refund(intent, key);
        if (!hasFailed(made)) {
          break;
        }
        key = "refund " + payment.id().text() + " after " + made.getId();
      }
      return givenBack(intent);
    } catch (InvalidRequestException _) {
      return givenBack(intent);
    } catch (StripeException e) {
      return unknown(e);
    }
  }

  /// As it is now: under a known key Stripe tells how it was when it was made.
  private Refund refund(String intent, String key) throws StripeException {
    RequestOptions once = RequestOptions.builder().setIdempotencyKey(key).build();
    RefundCreateParams all = RefundCreateParams.builder().setPaymentIntent(intent).build();
    Refund made = account.client().v1().refunds().create(all, once);
    return account.client().v1().refunds().retrieve(made.getId());
  }

  private static boolean hasFailed(Refund refund) {
    return "failed".equals(refund.getStatus()) || "canceled".equals(refund.getStatus());
  }

  private GatewayAnswer givenBack(String intent) {
    PaymentIntentRetrieveParams whole =
        PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
    try {
      PaymentIntent found = account.client().v1().paymentIntents().retrieve(intent, whole);
      @Nullable Charge charge = found.getLatestChargeObject();
      return charge == null || charge.getAmountRefunded() == 0
          ? new GatewayAnswer.Unknown("not given back")
          : new GatewayAnswer.GivenBack(
              intent, money(charge.getAmountRefunded(), charge.getCurrency()));
    } catch (StripeException e) {
      return unknown(e);
    }
  }

  private SessionCreateParams session(Payment payment) {
    String id = payment.id().text();
    String back = product.resolve(place(payment) + id).toString();
    return SessionCreateParams.builder()
        .setMode(Mode.PAYMENT)
        .addPaymentMethodType(PaymentMethodType.CARD)
        .setClientReferenceId(id)
        .putMetadata(PAYMENT, id)
        .setPaymentIntentData(PaymentIntentData.builder().putMetadata(PAYMENT, id).build())
        .addLineItem(LineItem.builder().setQuantity(1L).setPriceData(price(payment)).build())
        .setSuccessUrl(back)
        .setCancelUrl(back)
        .setExpiresAt(payment.pageUntil().getEpochSecond())
        .build();
  }

  private static String place(Payment payment) {
    return switch (payment.purpose()) {
      case TOP_UP -> "/console/wallet/top-ups/";
      case ORDER -> "/console/cart/payments/";
    };
  }

  private static String name(Payment payment) {
    return switch (payment.purpose()) {
      case TOP_UP -> "Credit at AIQLeads";
      case ORDER -> "Leads at AIQLeads";
    };
  }

  private static PriceData price(Payment payment) {
    Money amount = payment.amount();
    return PriceData.builder()
        .setCurrency(amount.currency().getCurrencyCode().toLowerCase(Locale.ROOT))
        .setUnitAmount(amount.minorUnits())
        .setProductData(PriceData.ProductData.builder().setName(name(payment)).build())
        .build();
  }

  private static GatewayAnswer answer(Session session) {
    return switch (session.getStatus()) {
      case "open" -> new GatewayAnswer.NeedsAction(session.getId(), URI.create(session.getUrl()));
      case "expired" -> new GatewayAnswer.Declined("expired");
      default -> complete(session);
    };
  }

  private static GatewayAnswer complete(Session session) {
    if (session.getPaymentStatus().equals("paid")) {
      return new GatewayAnswer.Succeeded(
          session.getId(),
          session.getPaymentIntent(),
          money(session.getAmountTotal(), session.getCurrency()));
    }
    @Nullable PaymentIntent intent = session.getPaymentIntentObject();
    return intent != null && intent.getStatus().equals("canceled")
        ? new GatewayAnswer.Declined("canceled")
        : new GatewayAnswer.Pending(session.getId());
  }

  static boolean isCurrency(String code) {
    return CODES.contains(code.toUpperCase(Locale.ROOT));
  }

  static Money money(long minorUnits, String currency) {
    return new Money(minorUnits, Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
  }

  /// What Stripe finds wrong it has not done.
  static GatewayAnswer refused(InvalidRequestException e) {
    return status(e) == BAD_REQUEST ? declined(e) : unknown(e);
  }

  /// 0 if there was none.
  private static int status(StripeException e) {
    return Optional.ofNullable(e.getStatusCode()).orElse(0);
  }

  private static GatewayAnswer declined(InvalidRequestException e) {
    return new GatewayAnswer.Declined("refused: " + Optional.ofNullable(e.getParam()).orElse("?"));
  }

  /// With a key that may not do this, nobody can pay and nothing is heard until somebody acts.
  static GatewayAnswer unknown(StripeException e) {
    int status = status(e);
    String what = e.getClass().getSimpleName() + (status > 0 ? " " + status : "");
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      LOG.atError()
          .addKeyValue("answer", what)
          .log("the key for payments is not allowed to do this");
    }
    return new GatewayAnswer.Unknown(what);
  }
}
