/// Leads that teams give back: why they may, what is found out about it, and what they get.
@NullMarked
package com.aiqleads.marketplace.returns;

import org.jspecify.annotations.NullMarked;
