/// What people have decided of fetching the sources: which, why, where, how often and until when.
@NullMarked
package com.aiqleads.acquisition.approving;

import org.jspecify.annotations.NullMarked;
