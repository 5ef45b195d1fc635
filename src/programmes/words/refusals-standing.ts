import type { OpenCaseRefusal } from '../../domain/standing/open-case.ts';
import type { RefusalWords } from './refusal-words.ts';

export const standingRefusals: RefusalWords<OpenCaseRefusal> = {
  'case-already-open': () => 'この方の記録はすでに開かれています。',
};
