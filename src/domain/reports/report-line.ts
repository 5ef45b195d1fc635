import type { Attempt } from './count-facts.ts';
import type { ReportRules } from './report-rules.ts';

type Fields = Readonly<Record<string, string>>;

/** One woman's line of the results table 見守り訪問実績一覧表 (CHI-9.1-2), as it is frozen in her vault. */
export type ResultLine = {
  readonly reference: string;
  readonly name: string;
  readonly kana: string;
  readonly attempts: readonly Omit<Attempt, 'booking' | 'page' | 'checklist'>[];
};

/** What her page of item ④ says (CHI-9.1-7): by question of the form, codes and words. */
export type ConditionPage = {
  readonly form: string;
  readonly date: string;
  readonly answers: Fields;
};

/**
 * The line and, with her consent only (AMB-12), the page, as texts that can be frozen. `fields` are values of her vault
 * (`identity.name`); `answers` those of her visit record.
 */
export function makeLine(
  attempts: readonly Attempt[],
  fields: Fields,
  answersOf: (booking: string) => Fields | undefined,
  rules: ReportRules,
): { readonly row: string; readonly page: string } {
  const line: ResultLine = {
    reference: fields['reference.number'] ?? '',
    // As it stands on her letter: no paper can show what only the ward's machines can (外字, AMB-45).
    name: fields['identity.printName'] ?? fields['identity.name'] ?? '',
    kana: fields['identity.kana'] ?? '',
    attempts: attempts.map(({ booking: _id, page: _shown, checklist: _form, ...attempt }) => attempt),
  };
  const shown = attempts.findLast((attempt) => attempt.page);
  const answers = shown ? answersOf(shown.booking) : undefined;
  const page: ConditionPage | undefined =
    shown?.checklist && answers
      ? {
          form: shown.checklist,
          date: shown.date,
          answers: Object.fromEntries(
            rules.conditions.questions.flatMap((code) => {
              const value = answers[code];
              return value ? [[code, value] as const] : [];
            }),
          ),
        }
      : undefined;
  return { row: JSON.stringify(line), page: page ? JSON.stringify(page) : '' };
}
