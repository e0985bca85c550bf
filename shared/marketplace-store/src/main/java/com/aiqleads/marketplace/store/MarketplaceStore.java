package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.Leavers;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.Storefront;
import com.aiqleads.marketplace.books.Books;
import com.aiqleads.marketplace.books.Chain;
import com.aiqleads.marketplace.books.Ledger;
import com.aiqleads.marketplace.cards.AutoTopUps;
import com.aiqleads.marketplace.cards.CardCharges;
import com.aiqleads.marketplace.cards.Cards;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.Endpoints;
import com.aiqleads.marketplace.delivery.Openings;
import com.aiqleads.marketplace.holds.Availabilities;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.TeamLimits;
import com.aiqleads.marketplace.holds.Waits;
import com.aiqleads.marketplace.orders.CardOrders;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.orders.Sales;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.pricing.Circumstances;
import com.aiqleads.marketplace.pricing.Figures;
import com.aiqleads.marketplace.pricing.Market;
import com.aiqleads.marketplace.pricing.PriceBooks;
import com.aiqleads.marketplace.pricing.Quotes;
import com.aiqleads.marketplace.pricing.Shelf;
import com.aiqleads.marketplace.pricing.Step;
import com.aiqleads.marketplace.pricing.Unsold;
import com.aiqleads.marketplace.receipts.Receipts;
import com.aiqleads.marketplace.refunds.Refunds;
import com.aiqleads.marketplace.returns.Facts;
import com.aiqleads.marketplace.returns.Returns;
import com.aiqleads.marketplace.returns.UntoldCredits;
import com.aiqleads.marketplace.search.Catalog;
import com.aiqleads.marketplace.search.Rebuilds;
import com.aiqleads.marketplace.subscriptions.EarlyAccess;
import com.aiqleads.marketplace.subscriptions.Reminders;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import com.aiqleads.marketplace.taxes.Taxes;
import com.aiqleads.marketplace.wallet.Wallets;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The adapters behind the ports of marketplace that live in PostgreSQL.
@Factory
@SerdeImport(Circumstances.class)
@SerdeImport(Facts.class)
@SerdeImport(Facts.History.class)
@SerdeImport(Facts.Listing.class)
@SerdeImport(Facts.Passage.class)
@SerdeImport(Facts.Twins.class)
@SerdeImport(Facts.Ways.class)
@SerdeImport(Figures.class)
@SerdeImport(Market.class)
@SerdeImport(Reason.class)
@SerdeImport(Step.class)
@SerdeImport(Unsold.class)
final class MarketplaceStore {

  @Singleton
  SealedContacts contacts(BeanProvider<FieldCipher> cipher, ObjectMapper json) {
    return new SealedContacts(cipher::get, json);
  }

  @Singleton
  Offers offers(Database database, SealedContacts contacts, ObjectMapper json) {
    return new PostgresOffers(database, contacts, new ReasonsJson(json));
  }

  @Singleton
  Storefront storefront(Database database, SealedContacts contacts, ObjectMapper json) {
    return new PostgresStorefront(database, contacts, new ReasonsJson(json));
  }

  @Singleton
  Holds holds(Database database, InstantSource clock) {
    return new PostgresHolds(database, clock);
  }

  @Singleton
  Availabilities availabilities(Database database) {
    return new PostgresAvailabilities(database);
  }

  @Singleton
  Waits waits(Database database, InstantSource clock) {
    return new PostgresWaits(database, clock);
  }

  @Singleton
  Leavers leavers(Database database) {
    return new PostgresLeavers(database);
  }

  @Singleton
  TeamLimits teamLimits(Database database) {
    return new PostgresTeamLimits(database);
  }

  @Singleton
  Wallets wallets(Database database) {
    return new PostgresWallets(database);
  }

  @Singleton
  Payments payments(Database database) {
    return new PostgresPayments(database);
  }

  @Singleton
  Cards cards(Database database) {
    return new PostgresCards(database);
  }

  @Singleton
  AutoTopUps autoTopUps(Database database) {
    return new PostgresAutoTopUps(database);
  }

  @Singleton
  CardCharges cardCharges(Database database) {
    return new PostgresCardCharges(database);
  }

  @Singleton
  Subscriptions subscriptions(Database database) {
    return new PostgresSubscriptions(database);
  }

  @Singleton
  Reminders reminders(Database database) {
    return new PostgresReminders(database);
  }

  @Singleton
  EarlyAccess earlyAccess(Database database) {
    return new PostgresEarlyAccess(database);
  }

  @Singleton
  Receipts receipts(Database database) {
    return new PostgresReceipts(database);
  }

  @Singleton
  Taxes taxes(Database database) {
    return new PostgresTaxes(database);
  }

  @Singleton
  Orders orders(Database database) {
    return new PostgresOrders(database);
  }

  @Singleton
  Endpoints endpoints(Database database, BeanProvider<FieldCipher> cipher) {
    return new PostgresEndpoints(database, cipher::get);
  }

  @Singleton
  Deliveries deliveries(Database database, BeanProvider<FieldCipher> cipher) {
    return new PostgresDeliveries(database, cipher::get);
  }

  @Singleton
  Openings openings(Database database) {
    return new PostgresOpenings(database);
  }

  @Singleton
  CardOrders cardOrders(Database database) {
    return new PostgresCardOrders(database);
  }

  @Singleton
  Returns returns(
      Database database,
      SealedContacts contacts,
      BeanProvider<FieldCipher> cipher,
      ObjectMapper json) {
    return new PostgresReturns(
        database, contacts, cipher::get, new FactsJson(json), new ReasonsJson(json));
  }

  @Singleton
  UntoldCredits untoldCredits(Database database) {
    return new PostgresUntoldCredits(database);
  }

  @Singleton
  Books books(Database database) {
    return new PostgresBooks(database);
  }

  @Singleton
  Chain chain(Database database) {
    return new PostgresChain(database);
  }

  @Singleton
  Sales sales(Database database) {
    return new PostgresSales(database);
  }

  @Singleton
  Refunds refunds(Database database) {
    return new PostgresRefunds(database);
  }

  @Singleton
  Ledger ledger(Database database) {
    return new PostgresLedger(database);
  }

  @Singleton
  PriceBooks priceBooks(Database database, ObjectMapper json) {
    return new PostgresPriceBooks(database, new FiguresJson(json));
  }

  @Singleton
  Quotes quotes(Database database, PriceBooks books, ObjectMapper json) {
    return new PostgresQuotes(database, books, new QuoteJson(json), new ReasonsJson(json));
  }

  @Singleton
  Shelf shelf(Database database, Quotes quotes, ObjectMapper json) {
    return new PostgresShelf(database, quotes, new ReasonsJson(json));
  }

  @Singleton
  Catalog catalog(Database database) {
    return new PostgresCatalog(database);
  }

  @Singleton
  Rebuilds rebuilds(Database database) {
    return new PostgresRebuilds(database);
  }
}
