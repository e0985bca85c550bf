/// How good, and how suspicious, a lead is.
@NullMarked
package com.aiqleads.acquisition.scoring;

import org.jspecify.annotations.NullMarked;
