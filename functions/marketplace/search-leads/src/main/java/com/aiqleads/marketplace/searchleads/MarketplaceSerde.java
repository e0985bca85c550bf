package com.aiqleads.marketplace.searchleads;

import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.Contact;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Property;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.Score;
import com.aiqleads.marketplace.Slots;
import io.micronaut.serde.annotation.SerdeImport;

/// Values of the domain that stand in answers as they are: the domain knows no framework.
@SerdeImport(Address.class)
@SerdeImport(Contact.class)
@SerdeImport(Price.class)
@SerdeImport(Property.class)
@SerdeImport(Reason.class)
@SerdeImport(Score.class)
@SerdeImport(Slots.class)
final class MarketplaceSerde {

  private MarketplaceSerde() {}
}
