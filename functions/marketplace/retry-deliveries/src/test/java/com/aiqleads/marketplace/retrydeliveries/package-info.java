@NullMarked
package com.aiqleads.marketplace.retrydeliveries;

import org.jspecify.annotations.NullMarked;
