@NullMarked
package com.aiqleads.acquisition.parsing;

import org.jspecify.annotations.NullMarked;
