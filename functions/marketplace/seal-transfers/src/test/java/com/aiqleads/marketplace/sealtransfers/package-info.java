@NullMarked
package com.aiqleads.marketplace.sealtransfers;

import org.jspecify.annotations.NullMarked;
