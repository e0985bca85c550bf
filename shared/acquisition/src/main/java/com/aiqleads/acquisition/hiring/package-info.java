/// What acquisition knows of companies that hire: boards, postings of jobs, and employers.
@NullMarked
package com.aiqleads.acquisition.hiring;

import org.jspecify.annotations.NullMarked;
