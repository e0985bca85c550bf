/// Standing orders: searches that are kept, told of what they find, and buy up to a limit.
@NullMarked
package com.aiqleads.marketplace.standing;

import org.jspecify.annotations.NullMarked;
