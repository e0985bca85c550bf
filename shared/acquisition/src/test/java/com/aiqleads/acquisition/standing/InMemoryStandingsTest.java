package com.aiqleads.acquisition.standing;

import com.aiqleads.acquisition.resolution.InMemoryLeads;
import com.aiqleads.acquisition.resolution.Leads;

class InMemoryStandingsTest extends StandingsContract {

  private final InMemoryLeads leads = new InMemoryLeads();
  private final Standings standings = new InMemoryStandings(leads);

  @Override
  protected Leads leads() {
    return leads;
  }

  @Override
  protected Standings standings() {
    return standings;
  }
}
