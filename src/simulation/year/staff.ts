import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { AccountId } from '../../domain/basics/ids.ts';
import type { Call } from '../../gate/execute.ts';
import { demoPeople } from '../../programmes/words/demo-people.ts';
import type { Hands } from './hands.ts';

/** Who works in a simulated year, by what they do. Names and ids are those of every try-out place, so that a person can go on as one of them. */
export const STAFF = {
  manager: 'account_demo-responsible-manager',
  deputy: 'account_demo-responsible-manager-2',
  supervisor: 'account_demo-work-supervisor',
  operator: 'account_demo-operator',
  secondOperator: 'account_demo-operator-2',
  clerk: 'account_demo-mailing-clerk',
  secondClerk: 'account_demo-mailing-clerk-2',
  administrator: 'account_demo-administrator',
  approver: 'account_demo-access-approver',
  secondAdministrator: 'account_demo-administrator-2',
  secondApprover: 'account_demo-access-approver-2',
  ward: 'account_demo-ward-staff',
  secondWard: 'account_demo-ward-staff-2',
} as const satisfies Readonly<Record<string, AccountId>>;

export const VISITORS: readonly AccountId[] = [
  'account_demo-visitor',
  'account_demo-visitor-2',
  'account_demo-visitor-3',
  'account_demo-visitor-4',
];

/** The first people of the place. Renewing a right takes three persons other than its holder, so there are two of each office. */
export function firstPeople(): ReturnType<typeof demoPeople> {
  return [
    ...demoPeople(),
    { account: 'account_demo-visitor-3', name: '訪問 すみれ(見本)', roles: ['visitor'] },
    { account: 'account_demo-visitor-4', name: '訪問 かりん(見本)', roles: ['visitor'] },
  ];
}

const inHouse = () => firstPeople().filter(({ roles }) => !isWards(roles[0] ?? ''));

function isWards(role: string): boolean {
  return role === 'ward-staff' || role === 'auditor';
}

/** The first day: everybody is named to the ward, taught and pledged, and the visitors show their licences (PII-3, 5, 6, CHI-6.2-1). */
export async function setUpStaff({ act, clock, rules }: Hands): Promise<void> {
  const today = clock.today();
  await act(
    { actor: STAFF.manager },
    inHouse().flatMap(({ account }): Call[] => [
      {
        row: 'worker.notify',
        input: { account, ref: 'notice-2026-1', submittedOn: addDays(today, -7), effectiveFrom: today },
      },
      taught(account, today, rules.access.training.topics),
      {
        row: 'worker.pledge',
        input: { account, signedOn: today, copyConsentOn: today, copySubmittedOn: today },
      },
    ]),
  );
  await act(
    { actor: STAFF.manager },
    VISITORS.flatMap((account, index): Call[] => [
      {
        row: 'visitor.qualify',
        input: {
          account,
          licence: rules.visits.licences[index % rules.visits.licences.length],
          number: `第${String(10_000 + index)}号`,
          checkedOn: today,
        },
      },
      ...rules.visits.trainingTopics.map((topic) => ({
        row: 'visitor.train',
        input: { account, topic, on: today, material: 'v1' },
      })),
    ]),
  );
}

/** Once a year, before the rights of last year end: teaching again (PII-5-1), and every right asked for, approved and granted anew (SEC-6). */
export async function renewStaff(hands: Hands, until: CivilDate): Promise<void> {
  const { act, clock, ids, rules } = hands;
  const today = clock.today();
  const { topics } = rules.access.training;
  await act(
    { actor: STAFF.manager },
    inHouse().map(({ account }) => taught(account, today, topics)),
  );
  const asked = firstPeople().flatMap(({ account, roles }) =>
    roles.map((role) => ({ account, role, until, request: ids.fresh('request') })),
  );
  const calls = (row: string, some: typeof asked, more: object = {}): readonly Call[] =>
    some.map(({ account, role, request }) => ({ row, input: { account, role, request, until, ...more } }));
  const ours = asked.filter(({ role }) => !isWards(role));
  const theirs = asked.filter(({ role }) => isWards(role));
  await act({ actor: STAFF.supervisor }, calls('access.request', ours, { purpose: 'next-year' }));
  await act({ actor: STAFF.ward }, calls('ward-person.request-access', theirs, { purpose: 'next-year' }));
  // Nobody judges or sets up a right of her own.
  const other = (first: AccountId, second: AccountId) => (account: string) =>
    account === first ? second : first;
  const judge = other(STAFF.approver, STAFF.secondApprover);
  const grant = other(STAFF.administrator, STAFF.secondAdministrator);
  for (const actor of [STAFF.approver, STAFF.secondApprover]) {
    await act(
      { actor },
      asked
        .filter(({ account }) => judge(account) === actor)
        .map(({ account, request }) => ({
          row: 'access.judge',
          input: { account, request, answer: 'approved' },
        })),
    );
  }
  for (const actor of [STAFF.administrator, STAFF.secondAdministrator]) {
    await act(
      { actor },
      calls(
        'access.grant',
        asked.filter(({ account }) => grant(account) === actor),
      ),
    );
  }
}

function taught(account: string, on: CivilDate, topics: readonly string[]): Call {
  return { row: 'worker.teach', input: { account, topics, on, material: `protection-${on.slice(0, 4)}` } };
}
