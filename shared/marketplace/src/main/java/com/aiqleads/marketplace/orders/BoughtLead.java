package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.SaleMode;

/// One line of an order.
public record BoughtLead(
    OrderLineId id, LeadId lead, SaleMode mode, Money price, String headline) {}
