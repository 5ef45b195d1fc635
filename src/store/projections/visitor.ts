import { lacksOf } from '../../domain/visits/visitor-ready.ts';
import { projection } from '../projection.ts';

/**
 * One row a person whose licence was checked: what she still lacks, by comma; empty when she may be sent (CHI-6.2-1, 8.11-1).
 * Lists by comma: her licences, her languages and areas for suggestions.
 */
export const visitorProjection = projection({
  name: 'visitor',
  of: 'account',
  columns: { account: 'text', lacks: 'text', licences: 'text', languages: 'text', areas: 'text' },
  rows: ({ visitor }, id, rules) =>
    visitor.licences.length > 0
      ? [
          {
            account: id,
            lacks: lacksOf(visitor, rules.visits).join(','),
            licences: visitor.licences.join(','),
            languages: visitor.languages.join(','),
            areas: visitor.areas.join(','),
          },
        ]
      : [],
});
