@NullMarked
package com.aiqleads.acquisition.matching;

import org.jspecify.annotations.NullMarked;
