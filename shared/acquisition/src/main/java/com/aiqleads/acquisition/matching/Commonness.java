package com.aiqleads.acquisition.matching;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;

/// How many known leads share something; of what only the compared ones have, one.
public interface Commonness {

  Commonness RARE =
      new Commonness() {
        @Override
        public int leadsAt(Home home) {
          return 1;
        }

        @Override
        public int leadsOf(Phone phone) {
          return 1;
        }

        @Override
        public int leadsOf(Email email) {
          return 1;
        }

        @Override
        public int leadsShowing(String photo) {
          return 1;
        }
      };

  /// At that street address, whatever the unit.
  int leadsAt(Home home);

  int leadsOf(Phone phone);

  int leadsOf(Email email);

  int leadsShowing(String photo);
}
