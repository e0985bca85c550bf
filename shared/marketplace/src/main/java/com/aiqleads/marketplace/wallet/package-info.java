/// The money of a team: what it may spend, where it came from, and where it went.
@NullMarked
package com.aiqleads.marketplace.wallet;

import org.jspecify.annotations.NullMarked;
