/// Holds of leads, and the limits that teams set themselves.
@NullMarked
package com.aiqleads.marketplace.managecart;

import org.jspecify.annotations.NullMarked;
