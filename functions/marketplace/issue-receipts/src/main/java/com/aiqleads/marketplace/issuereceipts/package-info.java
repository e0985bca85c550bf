/// Writes papers for money, behind the postings.
@NullMarked
package com.aiqleads.marketplace.issuereceipts;

import org.jspecify.annotations.NullMarked;
