/// Whence what is known of a listing comes, and in what its page contradicts itself.
@NullMarked
package com.aiqleads.acquisition.lineage;

import org.jspecify.annotations.NullMarked;
