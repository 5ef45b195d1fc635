import type { Hands, Try } from './hands.ts';
import { applyingOpenly, booking, givingUp, registering } from './her-commands.ts';
import type { Errand, Errands } from './her-plans.ts';
import type { Office } from './office.ts';
import type { Slots } from './slots.ts';
import { webWish } from './web-wishes.ts';

const HERSELF = { actor: 'resident' };

/** The women at home, in the evening of any day: what they do by web, with the code of their letter. */
export function residents(hands: Hands, errands: Errands, slots: Slots): Office {
  const chance = hands.chanceFor('survey-tokens');
  return {
    name: 'residents',
    time: '20:30',
    open: () => true,
    work: async () => {
      const due = errands.web.take(hands.clock.today());
      const tries: Try[] = [];
      const asks: { readonly at: number; readonly errand: Errand }[] = [];
      for (const errand of due) {
        const made = triesOf(hands, errands, slots, errand, () => token(chance.below));
        if (errand.kind === 'book' || errand.kind === 'move') asks.push({ at: tries.length, errand });
        tries.push(...made);
      }
      const refused = await hands.tryEach(HERSELF, tries);
      slots.letGo();
      // What the page may not give, the telephone may.
      for (const { at, errand } of asks) {
        const why = refused.get(at)?.refused;
        if (why && BY_PHONE.includes(why)) errands.phone.put(hands.clock.today(), errand);
      }
    },
  };
}

const BY_PHONE = ['early-needs-call', 'after-due-date-call', 'online-too-late', 'change-too-late', 'taken'];

function triesOf(
  hands: Hands,
  errands: Errands,
  slots: Slots,
  errand: Errand,
  freshToken: () => string,
): readonly Try[] {
  const { person } = errand;
  const { case: id, life } = person;
  if (errand.kind === 'contact') {
    const own = errand.contact.wish.kind === 'apply-again' ? applying(hands, errands, errand) : [];
    return [...webWish(hands, person, errand.contact), ...own];
  }
  if (errand.kind === 'survey') {
    return life.survey
      ? [
          {
            call: {
              row: 'survey.answer',
              input: { survey: errand.survey, token: freshToken(), answers: life.survey.answers },
            },
            may: ['survey-not-open'],
          },
        ]
      : [];
  }
  if (!id) return [];
  switch (errand.kind) {
    case 'register': {
      if (life.registers?.withCode !== false) return registering(hands, id, person, 'web');
      return applying(hands, errands, errand);
    }
    case 'book':
      return [booking(hands, slots, id, person, { channel: 'web' })].flatMap((one) => one ?? []);
    case 'move':
      return [
        booking(hands, slots, id, person, {
          channel: 'web',
          row: 'booking.move',
          ...(life.books.moves ? { from: life.books.moves.to } : {}),
        }),
      ].flatMap((one) => one ?? []);
    case 'cancel':
      return givingUp(hands, id);
    case 'redispatch':
      return [
        {
          call: {
            row: 'redispatch.request',
            input: {
              case: id,
              on: hands.clock.today(),
              channel: 'web',
              by: 'herself',
              addressConfirmed: true,
            },
          },
          may: REDISPATCH_NOS,
        },
      ];
  }
}

function applying(hands: Hands, { applicants }: Errands, { person }: Errand): readonly Try[] {
  const open = applyingOpenly(hands, person, 'web');
  if (!open) return [];
  applicants.set(open.application, person);
  return [open];
}

export const REDISPATCH_NOS = [
  'package-received',
  'package-on-its-way',
  'nothing-to-send-again',
  'manager-confirms',
];

const TOKEN_SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';

function token(below: (limit: number) => number): string {
  let made = '';
  for (let at = 0; at < 24; at += 1) made += TOKEN_SIGNS[below(TOKEN_SIGNS.length)];
  return made;
}
