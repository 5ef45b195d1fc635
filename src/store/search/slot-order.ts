/** Beyond this many at once, a whole pass is cheaper than moving the tail for each. */
const FEW = 64;

/** The numbers of persons (slots) in the order of one key; those whose key is empty are left out by the caller. */
export type SlotOrder = {
  readonly size: () => number;
  readonly at: (index: number) => number;
  /** Slots must not be in it, and their keys must be set. */
  readonly add: (slots: readonly number[]) => void;
  /** Slots must be in it, with the keys that they were added with. */
  readonly remove: (slots: readonly number[]) => void;
  /** First and one past the last index of the slots that `beside` calls 0; negative is before them, positive after. */
  readonly range: (beside: (slot: number) => number) => readonly [from: number, to: number];
};

/** `compare` must be a strict order: two different slots are never equal. */
export function slotOrder(compare: (a: number, b: number) => number): SlotOrder {
  let slots = new Int32Array(1024);
  let size = 0;

  const firstWhere = (is: (slot: number) => boolean): number => {
    let from = 0;
    let to = size;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (is(slots[middle] ?? -1)) to = middle;
      else from = middle + 1;
    }
    return from;
  };

  /** Most ranges hold a person or two: steps that double find their end sooner than halving the whole order again. */
  const pastEqual = (from: number, beside: (slot: number) => number): number => {
    let inside = from;
    let step = 1;
    while (inside + step <= size && beside(slots[inside + step - 1] ?? -1) <= 0) {
      inside += step;
      step *= 2;
    }
    let past = Math.min(inside + step - 1, size);
    while (inside < past) {
      const middle = (inside + past) >> 1;
      if (beside(slots[middle] ?? -1) > 0) past = middle;
      else inside = middle + 1;
    }
    return inside;
  };

  const reserve = (wanted: number): void => {
    if (wanted <= slots.length) return;
    const larger = new Int32Array(Math.ceil(wanted * 1.25));
    larger.set(slots.subarray(0, size));
    slots = larger;
  };

  const merge = (added: readonly number[]): void => {
    const sorted = added.toSorted(compare);
    // From the back, into the free end of the same array: no slot is overwritten before it was moved.
    let old = size - 1;
    let fresh = sorted.length - 1;
    for (let to = size + sorted.length - 1; fresh >= 0; to -= 1) {
      const next = sorted[fresh] ?? -1;
      const last = old >= 0 ? (slots[old] ?? -1) : -1;
      if (old >= 0 && compare(last, next) > 0) {
        slots[to] = last;
        old -= 1;
      } else {
        slots[to] = next;
        fresh -= 1;
      }
    }
    size += sorted.length;
  };

  return {
    size: () => size,
    at: (index) => slots[index] ?? -1,
    add: (added) => {
      reserve(size + added.length);
      if (added.length > FEW) {
        merge(added);
        return;
      }
      for (const slot of added) {
        const at = firstWhere((other) => compare(other, slot) > 0);
        slots.copyWithin(at + 1, at, size);
        slots[at] = slot;
        size += 1;
      }
    },
    remove: (removed) => {
      if (removed.length > FEW) {
        const gone = new Set(removed);
        const kept = slots.subarray(0, size).filter((slot) => !gone.has(slot));
        slots.set(kept);
        size = kept.length;
        return;
      }
      for (const slot of removed) {
        const at = firstWhere((other) => compare(other, slot) >= 0);
        if (slots[at] !== slot) throw new Error('The index of persons is out of order');
        slots.copyWithin(at, at + 1, size);
        size -= 1;
      }
    },
    range: (beside) => {
      const from = firstWhere((slot) => beside(slot) >= 0);
      return [from, pastEqual(from, beside)];
    },
  };
}
