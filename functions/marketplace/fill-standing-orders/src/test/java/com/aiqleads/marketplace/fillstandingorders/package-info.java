@NullMarked
package com.aiqleads.marketplace.fillstandingorders;

import org.jspecify.annotations.NullMarked;
