/// What a team may buy next, and nobody else meanwhile: holds of slots, and the team's own limits.
@NullMarked
package com.aiqleads.marketplace.holds;

import org.jspecify.annotations.NullMarked;
