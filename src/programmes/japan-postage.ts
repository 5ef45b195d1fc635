import { date } from '../domain/basics/civil-date.ts';
import type { PostageTable } from '../domain/mailings/postage.ts';

const before2024 = {
  letter: [
    { upTo: 25, yen: 84 },
    { upTo: 50, yen: 94 },
  ],
  postcard: [{ upTo: 6, yen: 63 }],
  'large-letter': [
    { upTo: 50, yen: 120 },
    { upTo: 100, yen: 140 },
    { upTo: 150, yen: 210 },
    { upTo: 250, yen: 250 },
    { upTo: 500, yen: 390 },
    { upTo: 1000, yen: 580 },
  ],
};

/** Japan Post's rates with the day each began (domain.md 3.1). Shared by all programmes: the post is one. */
export const JAPAN_POSTAGE: PostageTable = [
  {
    from: date('2019-10-01'),
    forms: before2024,
    surcharge: { 'specified-record': 160, 'simplified-registered': 320, registered: 435 },
    letterpackPlus: 520,
  },
  {
    from: date('2023-10-01'),
    forms: before2024,
    surcharge: { 'specified-record': 160, 'simplified-registered': 350, registered: 480 },
    letterpackPlus: 520,
  },
  {
    from: date('2024-10-01'),
    forms: {
      letter: [{ upTo: 50, yen: 110 }],
      postcard: [{ upTo: 6, yen: 85 }],
      'large-letter': [
        { upTo: 50, yen: 140 },
        { upTo: 100, yen: 180 },
        { upTo: 150, yen: 270 },
        { upTo: 250, yen: 320 },
        { upTo: 500, yen: 510 },
        { upTo: 1000, yen: 750 },
      ],
    },
    surcharge: { 'specified-record': 210, 'simplified-registered': 350, registered: 480 },
    letterpackPlus: 600,
  },
];
