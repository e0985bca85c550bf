package com.aiqleads.marketplace.search;

import com.aiqleads.marketplace.Cell;

/// Neighbouring cells of one row, by their numbers, both ends included.
public record CellRange(int first, int last) {

  public boolean contains(Cell cell) {
    return cell.number() >= first && cell.number() <= last;
  }
}
