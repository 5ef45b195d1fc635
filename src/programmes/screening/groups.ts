import type { GroupRules, MessageGroup } from '../../domain/members/member-rules.ts';

/** Two cards against each other and against nothing: of ten persons four, four and two. */
const twoCards = (segment: string): readonly MessageGroup[] => [
  { group: `${segment}-1`, share: 4, card: 'card-p-1' },
  { group: `${segment}-2`, share: 4, card: 'card-q-1' },
  { group: `${segment}-0`, share: 2 },
];

/**
 * Message groups of the first round: by what they are recalled to, by age and by how often they came before
 * (SCR-A-5). The ward's own items of the analysis are not supplied (SCR-A-18); nothing else is grouped by.
 */
export const messageGroups: GroupRules = {
  version: 'r8-1',
  segments: [
    {
      segment: 'working',
      when: { screening: 'check-up', ages: [40, 59] },
      groups: twoCards('a'),
    },
    {
      segment: 'sometimes',
      when: { screening: 'check-up', history: ['sometimes', 'always'] },
      groups: twoCards('b'),
    },
    { segment: 'never', when: { screening: 'check-up' }, groups: twoCards('c') },
    {
      segment: 'cancer',
      when: {},
      groups: [
        { group: 'd-1', share: 4, card: 'card-r-1' },
        { group: 'd-0', share: 1 },
      ],
    },
  ],
};
