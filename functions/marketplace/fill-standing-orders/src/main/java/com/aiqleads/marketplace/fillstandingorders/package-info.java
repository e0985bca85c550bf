/// Leads that come on sale or get cheaper, for those who have ordered them.
@NullMarked
package com.aiqleads.marketplace.fillstandingorders;

import org.jspecify.annotations.NullMarked;
