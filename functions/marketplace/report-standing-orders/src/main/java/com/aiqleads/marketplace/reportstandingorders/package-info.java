/// Letters about standing orders, for those who do not want them at once.
@NullMarked
package com.aiqleads.marketplace.reportstandingorders;

import org.jspecify.annotations.NullMarked;
