import { readSlot } from '../../domain/booking/slot.ts';
import { visitGround } from '../../domain/visits/visit-ground.ts';
import { projection } from '../projection.ts';

/** One row a date that a woman holds now. `ask_again`: what is known now would no longer allow it (CHI-4.2-1). */
export const bookingProjection = projection({
  name: 'booking',
  of: 'case',
  columns: {
    booking: 'text',
    case: 'text',
    slot: 'text',
    date: 'text',
    start: 'text',
    mode: 'text',
    attempt: 'int',
    follow_up: 'boolean',
    visitor: 'text',
    ask_again: 'boolean',
  },
  indexes: [['date', 'start'], ['case'], ['visitor', 'date']],
  rows: (state, id, rules) => {
    const { active } = state.bookings;
    if (!active) return [];
    return [
      {
        booking: active.booking,
        case: id,
        slot: active.slot,
        date: active.date,
        start: readSlot(active.slot)?.start ?? '',
        mode: active.mode,
        attempt: active.attempt,
        follow_up: state.standing.followUp,
        visitor: active.visitor ?? null,
        ask_again: 'refused' in visitGround(state, active.date, rules),
      },
    ];
  },
});
