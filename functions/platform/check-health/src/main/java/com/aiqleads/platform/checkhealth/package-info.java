/// Whether the product is up.
@NullMarked
package com.aiqleads.platform.checkhealth;

import org.jspecify.annotations.NullMarked;
