import type { HandOverRules } from '../../domain/hand-over/hand-over-rules.ts';

/** The register of hand-overs of 千代田区 (CHI-8.1-2: by hand or by courier; PII-9). */
export const handOverRules: HandOverRules = {
  planFor: ['take-out', 'delivery', 'return'],
  usualMethods: ['in-person', 'courier'],
  backByTime: '18:00',
};
