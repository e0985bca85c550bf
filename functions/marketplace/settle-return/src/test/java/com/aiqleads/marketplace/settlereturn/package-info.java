@NullMarked
package com.aiqleads.marketplace.settlereturn;

import org.jspecify.annotations.NullMarked;
