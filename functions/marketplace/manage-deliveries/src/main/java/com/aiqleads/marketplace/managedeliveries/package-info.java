/// Where teams want their leads, and what became of each delivery.
@NullMarked
package com.aiqleads.marketplace.managedeliveries;

import org.jspecify.annotations.NullMarked;
