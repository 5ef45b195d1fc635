import { projection } from '../projection.ts';

/** One row a person in the register of workers, with or without an open ID (SEC-4-7, B-12). No name. */
export const accountProjection = projection({
  name: 'account',
  of: 'account',
  columns: {
    account: 'text',
    holder: 'text',
    side: 'text',
    function: 'text',
    notified_from: 'text',
    trained_on: 'text',
    pledge_signed: 'text',
    pledge_consent: 'text',
    pledge_copy: 'text',
    opened_on: 'text',
    state: 'text',
    left_on: 'text',
  },
  rows: (state, id) =>
    state.registered
      ? [
          {
            account: id,
            holder: state.registered.holder,
            side: state.registered.side,
            function: state.registered.function ?? null,
            notified_from: state.notified?.effectiveFrom ?? null,
            // Topics with their last day, in the order of the topics: `awareness:2026-04-10 duties:2026-04-10`.
            trained_on: Object.entries(state.trainedOn)
              .map(([topic, on]) => `${topic}:${on}`)
              .toSorted()
              .join(' '),
            pledge_signed: state.pledge.signedOn ?? null,
            pledge_consent: state.pledge.copyConsentOn ?? null,
            pledge_copy: state.pledge.copySubmittedOn ?? null,
            opened_on: state.openedOn ?? null,
            state: state.leftOn ? 'left' : state.disabled ? 'disabled' : state.open ? 'open' : 'registered',
            left_on: state.leftOn ?? null,
          },
        ]
      : [],
});
