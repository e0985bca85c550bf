/// Makes the chain of transfers longer, behind the postings.
@NullMarked
package com.aiqleads.marketplace.sealtransfers;

import org.jspecify.annotations.NullMarked;
