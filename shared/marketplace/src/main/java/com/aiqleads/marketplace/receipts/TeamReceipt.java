package com.aiqleads.marketplace.receipts;

import com.aiqleads.kernel.TeamId;

/// A paper, and whose it is.
public record TeamReceipt(TeamId team, Receipt receipt) {}
