/// The money of teams, as they and admins see it.
@NullMarked
package com.aiqleads.marketplace.managewallet;

import org.jspecify.annotations.NullMarked;
