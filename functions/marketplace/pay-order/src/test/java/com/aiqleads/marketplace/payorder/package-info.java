@NullMarked
package com.aiqleads.marketplace.payorder;

import org.jspecify.annotations.NullMarked;
