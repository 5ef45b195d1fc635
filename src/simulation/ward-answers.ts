import type { ListAnswer, ListQuestionCode } from '../domain/intake/questions.ts';
import type { Life } from './life.ts';

/** What the ward answers to a question about one of its rows (照会票), and where that is written down. */
export type WardAnswer = {
  readonly answer: ListAnswer;
  /** How to print what only the ward's machines can show. */
  readonly value?: string;
  /** By function, never by name. */
  readonly by: 'ward-health';
  readonly ref: string;
};

/** `life` is whom the line is about; undefined for a question about the whole list. */
export function wardAnswer(code: ListQuestionCode, life: Life | undefined): WardAnswer {
  const says = (answer: ListAnswer, value?: string): WardAnswer => ({
    answer,
    ...(value === undefined ? {} : { value }),
    by: 'ward-health',
    ref: `tel-${life?.woman.number ?? 'list'}-${code}`.slice(0, 60),
  });
  switch (code) {
    // The row comes again, set right.
    case 'birth-date-implausible':
      return says('leave-out');
    case 'gaiji':
    case 'character-lost':
      return says('print-as', PRINT_AS[life?.story ?? ''] ?? '見本　花子');
    // One woman with two numbers is in her second pregnancy; anybody else is another woman.
    case 'number-differs':
    case 'kana-differs':
    case 'birth-date-differs':
    case 'number-of-another':
    case 'other-address':
      return says(life?.again === undefined ? 'different-person' : 'same-person');
    case 'several-fit':
    case 'twice-in-file':
      return says('different-person');
    case 'new-pregnancy':
      return says(life?.again === undefined ? 'same-pregnancy' : 'new-pregnancy');
    case 'follow-up-list-missing':
      return says('follows');
    case 'row-refused':
    case 'missing-from-list':
    case 'change-identity-differs':
    case 'change-not-found':
    case 'change-by-ward-only':
    case 'protection-end-needs-ward':
    case 'protected-way-undecided':
    case 'commit-refused':
      return says('answered');
    default:
      return says('as-written');
  }
}

const PRINT_AS: Readonly<Record<string, string>> = {
  'moved-by-the-recall-card': '渡邊　千鶴',
  'applies-without-code': '𠮷田　玲奈',
};
