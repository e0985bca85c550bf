/// How well two advertisements fit together, in the manner of Fellegi and Sunter.
@NullMarked
package com.aiqleads.acquisition.matching;

import org.jspecify.annotations.NullMarked;
