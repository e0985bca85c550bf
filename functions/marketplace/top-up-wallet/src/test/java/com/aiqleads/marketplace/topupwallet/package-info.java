@NullMarked
package com.aiqleads.marketplace.topupwallet;

import org.jspecify.annotations.NullMarked;
