import type { CivilDate } from '../basics/civil-date.ts';
import { addMonths, firstDay, monthContaining } from '../basics/year-month.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import type { StopWord } from '../standing/what-stops-what.ts';
import { isReceived, onItsWay, packagesOf } from './package-state.ts';
import { whyPackageStays } from './why-package-stays.ts';

export type PackageKind = 'package' | 'package-resend' | 'package-request';

export type NoPackage =
  | 'not-entitled'
  | 'held'
  | 'expired'
  | 'received'
  | 'on-its-way'
  | 'next-month'
  | 'awaiting-her-request'
  | StopWord;

export type DuePackage =
  | { readonly due: true; readonly kind: PackageKind }
  | { readonly due: false; readonly why: NoPackage };

/**
 * Whether a package leaves with a batch of this day, and as what. A returned one goes again with the first batch of the
 * next calendar month (CHI-8.4-6, AMB-48), once (CHI-8.4-7); after that only on her own request (CHI-8.4-8).
 */
export function duePackage(state: CaseState, on: CivilDate, rules: Rules): DuePackage {
  const { benefit, mail } = state;
  if (benefit.entitlement?.to !== 'granted') return no('not-entitled');
  if (isReceived(mail)) return no('received');
  if (onItsWay(mail)) return no('on-its-way');
  if (benefit.expired) return no('expired');
  if (benefit.heldFor) return no('held');
  const stop = whyPackageStays(state, on);
  if (stop) return no(stop);

  const sent = packagesOf(mail).filter(({ status }) => status === 'returned' || status === 'lost');
  const last = sent.at(-1);
  if (!last) return { due: true, kind: 'package' };
  const asked = benefit.requests.findLast((request) => request.accepted);
  if (asked && asked.on >= last.on) return { due: true, kind: 'package-request' };
  const resent = sent.filter(({ kind }) => kind === 'package-resend').length;
  if (resent >= rules.benefits.resendCap) return no('awaiting-her-request');
  return on >= firstDay(addMonths(monthContaining(last.on), 1))
    ? { due: true, kind: 'package-resend' }
    : no('next-month');
}

function no(why: NoPackage): DuePackage {
  return { due: false, why };
}
