package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.exclusivity.ExclusiveSales;
import com.aiqleads.marketplace.exclusivity.ReceiptSeal;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class ExclusivityStore {

  @Singleton
  ExclusiveSales exclusiveSales(Database database) {
    return new PostgresExclusiveSales(database);
  }

  @Singleton
  ReceiptSeal receiptSeal(BeanProvider<Secrets> secrets) {
    return new Ed25519ReceiptSeal(() -> secrets.get().text("receipt-key"));
  }
}
