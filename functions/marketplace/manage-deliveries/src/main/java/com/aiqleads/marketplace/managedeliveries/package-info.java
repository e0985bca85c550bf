/// Where teams want their leads, what became of each delivery, and all they bought as a table.
@NullMarked
package com.aiqleads.marketplace.managedeliveries;

import org.jspecify.annotations.NullMarked;
