@NullMarked
package com.aiqleads.marketplace.subscriptions;

import org.jspecify.annotations.NullMarked;
