import type { CaseId } from '../../domain/basics/ids.ts';
import type { Contact, Wish } from '../life.ts';
import type { Hands, Try } from './hands.ts';
import type { Person } from './people.ts';

/**
 * What somebody writes through the page: an enquiry for the reception book, and, by the code of her letter, what she may
 * do herself. A stranger without the code leaves an enquiry and nothing more.
 */
export function webWish(hands: Hands, person: Person, contact: Contact): readonly Try[] {
  const inquiry = hands.ids.fresh('inquiry');
  const { category, from, wish } = contact;
  const open: Try = {
    call: {
      row: 'inquiry.open',
      input: {
        inquiry,
        channel: 'web',
        category,
        words: '（見本）問い合わせの本文',
        caller: { name: person.life.woman.name },
      },
    },
  };
  const id = person.case;
  if (!id || from !== 'herself') return [open];
  const own = wishOf(hands, id, wish);
  return own ? [open, own] : [open];
}

const STOPPED = ['case-not-open', 'link-stopped', 'changed-by-ward-only', 'contact-through-ward'];

function wishOf(hands: Hands, id: CaseId, wish: Wish): Try | undefined {
  const said = wishCall(hands, id, wish, 'web');
  return said && { call: said.call, may: [...STOPPED, ...(said.may ?? [])] };
}

/** The command that carries a wish out, for whoever gives it; nothing when it is only to be answered. */
export function wishCall(hands: Hands, id: CaseId, wish: Wish, channel: 'web' | 'phone'): Try | undefined {
  const today = hands.clock.today();
  const of = { case: id };
  switch (wish.kind) {
    case 'pause':
      return {
        call: {
          row: 'case.pause',
          input: { ...of, reason: 'her-wish', until: wish.until, by: 'herself', channel },
        },
        may: ['pause-ends-too-early', 'paused-by-ward', 'withdrawn-already'],
      };
    case 'withdraw':
      return { call: { row: 'case.withdraw', input: { ...of, channel, package: wish.package } } };
    case 'tell-loss':
      return {
        call: { row: 'case.report-loss', input: { ...of, what: 'loss', on: wish.happened, source: channel } },
      };
    case 'tell-birth':
      return { call: { row: 'case.report-birth', input: { ...of, on: wish.happened, source: channel } } };
    case 'tell-move': {
      const { postcode, address, building } = wish.home;
      const within = address.includes(hands.programme.municipality.name);
      return {
        call: {
          row: channel === 'web' ? 'case.move' : 'case.move-by-two',
          input: {
            ...of,
            kind: within ? 'within' : 'out',
            on: wish.happened,
            source: channel,
            address: { postcode, address, ...(building ? { building } : {}) },
          },
        },
        may: ['place-outside-ward', 'changed-by-ward-only'],
      };
    }
    case 'deliver-elsewhere':
      return {
        call: {
          row: channel === 'web' ? 'case.name-delivery' : 'case.name-delivery-by-two',
          input: { ...of, source: channel, address: { ...wish.home } },
        },
        may: ['changed-by-ward-only', 'contact-through-ward'],
      };
    case 'tell-back-in-japan':
      return {
        call: { row: 'benefit.release', input: { ...of, on: today, channel, by: 'herself' } },
        may: ['dispatch-not-held', 'right-over', 'ward-word-needed'],
      };
    case 'resume':
      return channel === 'web'
        ? undefined
        : {
            call: { row: 'case.resume', input: { ...of, by: 'herself', identity: 'three-points', channel } },
            may: ['undone-by-ward-only'],
          };
    case 'tell-due':
      return channel === 'web'
        ? undefined
        : { call: { row: 'case.change-due-date', input: { ...of, to: wish.due, source: 'phone' } } };
    default:
      return undefined;
  }
}
