@NullMarked
package com.aiqleads.marketplace.store;

import org.jspecify.annotations.NullMarked;
