@NullMarked
package com.aiqleads.acquisition.deleting;

import org.jspecify.annotations.NullMarked;
