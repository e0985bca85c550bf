/// Receipts of exclusive purchases, over HTTP.
@NullMarked
package com.aiqleads.marketplace.proveexclusivity;

import org.jspecify.annotations.NullMarked;
