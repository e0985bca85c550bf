@NullMarked
package com.aiqleads.marketplace.issuereceipts;

import org.jspecify.annotations.NullMarked;
