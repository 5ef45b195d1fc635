import { disposalStanding } from '../../domain/disposal/disposal.ts';
import { projection } from '../projection.ts';

/** One row a disposal: what goes, by which consent, and whether it is done (B-10). */
export const disposalProjection = projection({
  name: 'disposal',
  of: 'disposal',
  columns: {
    disposal: 'text',
    class: 'text',
    whole: 'boolean',
    up_to: 'text',
    item: 'text',
    medium: 'text',
    quantity: 'int',
    method: 'text',
    planned_on: 'text',
    requested_on: 'text',
    state: 'text',
    consent: 'text',
    consented_on: 'text',
    attendance: 'text',
    done_on: 'text',
    pledge: 'text',
    certificate: 'text',
  },
  indexes: [['state'], ['class']],
  rows: (state, id) => {
    const { requested, consented, closed } = state;
    return requested
      ? [
          {
            disposal: id,
            class: requested.class,
            whole: requested.whole,
            up_to: requested.upTo ?? null,
            item: requested.of ?? null,
            medium: requested.medium,
            quantity: requested.quantity,
            method: requested.method,
            planned_on: requested.plannedOn,
            requested_on: requested.at.slice(0, 10),
            state: disposalStanding(state) ?? null,
            consent: consented?.ref ?? null,
            consented_on: consented?.on ?? null,
            attendance: consented?.attendance ?? null,
            done_on: closed?.doneOn ?? null,
            pledge: closed?.pledge ?? null,
            certificate: closed?.certificate ?? null,
          },
        ]
      : [];
  },
});
