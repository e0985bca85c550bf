@NullMarked
package com.aiqleads.acquisition.approving;

import org.jspecify.annotations.NullMarked;
