/// Markets of advertisements of which it is known which mean the same home. Invented by rules of
/// their own: nothing here may know how homes are matched.
@NullMarked
package com.aiqleads.acquisition.corpus;

import org.jspecify.annotations.NullMarked;
