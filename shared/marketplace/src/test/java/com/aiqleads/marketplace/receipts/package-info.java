@NullMarked
package com.aiqleads.marketplace.receipts;

import org.jspecify.annotations.NullMarked;
