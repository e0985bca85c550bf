@NullMarked
package com.aiqleads.marketplace.rebuildindex;

import org.jspecify.annotations.NullMarked;
