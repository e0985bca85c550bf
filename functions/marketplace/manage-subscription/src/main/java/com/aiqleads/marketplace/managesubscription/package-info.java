/// Plans, as teams choose them, and what they were billed.
@NullMarked
package com.aiqleads.marketplace.managesubscription;

import org.jspecify.annotations.NullMarked;
