/// A daily look at what was sold, for the buyers' sake.
@NullMarked
package com.aiqleads.marketplace.recallleads;

import org.jspecify.annotations.NullMarked;
