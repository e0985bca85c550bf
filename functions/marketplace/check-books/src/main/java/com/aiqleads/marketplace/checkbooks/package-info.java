/// Looks for what must never be, and tells people.
@NullMarked
package com.aiqleads.marketplace.checkbooks;

import org.jspecify.annotations.NullMarked;
