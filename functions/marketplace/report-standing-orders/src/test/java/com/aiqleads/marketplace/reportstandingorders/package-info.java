@NullMarked
package com.aiqleads.marketplace.reportstandingorders;

import org.jspecify.annotations.NullMarked;
