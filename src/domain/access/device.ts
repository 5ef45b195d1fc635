import type { CivilDate } from '../basics/civil-date.ts';
import type { DeviceId } from '../basics/ids.ts';
import { dayOfInstant } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Decision } from '../decision.ts';
import type { RecordedFact } from '../facts.ts';

/** A terminal, by the name that follows from its own key: who has approved the name has approved the key. */
export type DeviceState = {
  readonly state: 'unknown' | 'registered' | 'withdrawn';
  /** Its number in the register of equipment. */
  readonly register?: string;
  readonly registeredOn?: CivilDate;
};

export const noDevice: DeviceState = { state: 'unknown' };

export function evolveDevice(state: DeviceState, fact: RecordedFact): DeviceState {
  switch (fact.type) {
    case 'device.registered':
      return { state: 'registered', register: fact.register, registeredOn: dayOfInstant(fact.at) };
    case 'device.withdrawn':
      return { ...state, state: 'withdrawn' };
    default:
      return state;
  }
}

export type DeviceRefusal =
  | RefusalOf<'device-known-already', { device: DeviceId }>
  | RefusalOf<'device-not-registered', { device: DeviceId }>;

/** The ID manager has seen the terminal and its number (SEC-15-1). One that was withdrawn gets a new key first. */
export function registerDevice(
  state: { readonly device: DeviceState },
  { device, register }: { readonly device: DeviceId; readonly register: string },
): Decision | DeviceRefusal {
  if (state.device.state !== 'unknown') return { refused: 'device-known-already', device };
  return { facts: [{ type: 'device.registered', device, register }] };
}

/** Lost, given back or suspected: sessions on it are over with the next step. */
export function withdrawDevice(
  state: { readonly device: DeviceState },
  { device, reason }: { readonly device: DeviceId; readonly reason: string },
): Decision | DeviceRefusal {
  if (state.device.state !== 'registered') return { refused: 'device-not-registered', device };
  return { facts: [{ type: 'device.withdrawn', device, reason }] };
}
