@NullMarked
package com.aiqleads.marketplace.managedeliveries;

import org.jspecify.annotations.NullMarked;
