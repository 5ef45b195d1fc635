/**
 * What a woman answers with whom all is well, by code of the question (questionnaire of the synthetic programme, version
 * 1): the shortest way through the portal. `due` as `2026-12-01`.
 */
export function calmAnswers(due: string): Readonly<Record<string, string>> {
  return {
    C01: 'given',
    Q01: due,
    'Q01-changed': 'no',
    'Q02-checkups': 'yes',
    'Q02-place': 'yes',
    Q03: 'none',
    Q05: 'yes',
    'Q05-multiples': '1',
    Q06: '2',
    'Q07-satogaeri': 'no',
    Q09: 'none',
    Q11: 'none',
    Q13: 'none',
  };
}
