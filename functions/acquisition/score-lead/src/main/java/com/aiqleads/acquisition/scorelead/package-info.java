@NullMarked
package com.aiqleads.acquisition.scorelead;

import org.jspecify.annotations.NullMarked;
