@NullMarked
package com.aiqleads.marketplace.wallet;

import org.jspecify.annotations.NullMarked;
