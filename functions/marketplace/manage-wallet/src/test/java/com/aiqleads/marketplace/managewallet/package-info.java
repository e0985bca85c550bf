@NullMarked
package com.aiqleads.marketplace.managewallet;

import org.jspecify.annotations.NullMarked;
