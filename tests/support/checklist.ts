/** A complete checklist of a visit in which nothing was amiss, and of the leeway talk. */
export const GOOD_CHECKLIST: Readonly<Record<string, string>> = {
  V01: 'done',
  V02: 'well',
  V03: 'well',
  V04: 'well',
  V05: 'well',
  V06: 'well',
  V07: 'well',
  V08: 'done',
  V09: 'done',
  V10: 'well',
};

export const GOOD_LEEWAY: Readonly<Record<string, string>> = { L01: 'yes', L02: 'neither', L03: 'yes' };
