/// What a team shows who bought a lead alone.
@NullMarked
package com.aiqleads.marketplace.exclusivity;

import org.jspecify.annotations.NullMarked;
