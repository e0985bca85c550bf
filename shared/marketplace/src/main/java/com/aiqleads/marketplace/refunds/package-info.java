/// Money that went back to those who buy, of all teams.
@NullMarked
package com.aiqleads.marketplace.refunds;

import org.jspecify.annotations.NullMarked;
