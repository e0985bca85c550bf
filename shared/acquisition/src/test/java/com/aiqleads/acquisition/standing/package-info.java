@NullMarked
package com.aiqleads.acquisition.standing;

import org.jspecify.annotations.NullMarked;
