@NullMarked
package com.aiqleads.acquisition.scoring;

import org.jspecify.annotations.NullMarked;
