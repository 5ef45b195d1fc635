import { isOpen } from '../../domain/ward/matter.ts';
import { projection } from '../projection.ts';

/** One row a matter with the ward: what it is about, since when, and whether an answer is still waited for. */
export const matterProjection = projection({
  name: 'matter',
  of: 'matter',
  columns: {
    matter: 'text',
    case: 'text',
    about: 'text',
    begun: 'text',
    open: 'boolean',
    answer: 'text',
    answered: 'text',
  },
  indexes: [['open', 'begun'], ['case']],
  rows: (state, id) => {
    const { begun, answers } = state;
    const last = answers.at(-1);
    return begun
      ? [
          {
            matter: id,
            case: begun.case ?? null,
            about: begun.about,
            begun: begun.on,
            open: isOpen(state),
            answer: last?.answer ?? null,
            answered: last?.on ?? null,
          },
        ]
      : [];
  },
});
