@NullMarked
package com.aiqleads.acquisition.hiring;

import org.jspecify.annotations.NullMarked;
