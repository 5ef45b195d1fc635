import { TELL_KINDS, type TellKind } from '../../domain/portal/message.ts';

/** The address of each thing to tell: it stands in the history of her phone, so it says nothing (ui.md). */
const TELL_SLUGS: Readonly<Record<TellKind, string>> = {
  'move-booking': 'date',
  'cancel-booking': 'cancel',
  pause: 'pause',
  resume: 'resume',
  withdraw: 'withdraw',
  birth: 'news',
  moved: 'address',
  'delivery-address': 'delivery',
  'japan-again': 'receive',
  'not-received': 'missing',
  contact: 'contact',
  question: 'question',
};

export function tellPath(kind: TellKind): string {
  return kind === 'move-booking' ? '/times' : `/change/${TELL_SLUGS[kind]}`;
}

export function tellOfSlug(slug: string): TellKind | undefined {
  return TELL_KINDS.find((kind) => TELL_SLUGS[kind] === slug);
}
