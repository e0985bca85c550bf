/// Plans that teams pay for by the month, and what becomes of invoices.
@NullMarked
package com.aiqleads.marketplace.subscriptions;

import org.jspecify.annotations.NullMarked;
