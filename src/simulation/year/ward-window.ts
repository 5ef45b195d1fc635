import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { addDays } from '../../domain/basics/civil-date.ts';
import type { CaseId, ListId } from '../../domain/basics/ids.ts';
import { isProgrammeDay } from '../../domain/calendar/programme-days.ts';
import type { ListQuestionCode } from '../../domain/intake/questions.ts';
import { intake, type IntakeWish, type TakenIn } from '../../exchange/intake/intake.ts';
import type { Call } from '../../gate/execute.ts';
import { wardAnswer } from '../ward-answers.ts';
import { listsOfTheYear, wordOfTheWard, type NoChange, type Town, type WardPost } from '../ward-post.ts';
import { Surprise, type Hands } from './hands.ts';
import type { Office } from './office.ts';
import type { PaperRoom } from './paper-room.ts';
import type { Papers } from './papers.ts';
import type { People } from './people.ts';
import { STAFF } from './staff.ts';

const CLERK = { actor: STAFF.clerk };

/** Where the ward and the office meet: lists come in, questions are answered, and the ward gives its fresh word. */
export type WardWindow = Office & {
  /** The ward's word of today on everything since its last word: the list that a batch stands on (design 4). */
  readonly freshWord: () => Promise<ListId>;
  /** Whether the ward has changes to tell. */
  readonly hasNews: () => boolean;
};

/** Where the ward's files are left, and who makes receipts and inquiries of them. */
type Written = {
  readonly papers: Papers;
  readonly room: PaperRoom;
  /** Hears what became of each list, once it is in the ledger. */
  readonly told?: ((taken: TakenIn) => void) | undefined;
};

export function wardWindow(hands: Hands, people: People, papers: Written, town: Town): WardWindow {
  const coming = [...listsOfTheYear(town)];
  let lastWord = addDays(hands.rules.contract.from, -1);
  return {
    name: 'ward-window',
    time: '09:30',
    open: (day) => isProgrammeDay(day, hands.rules.intake.calendar),
    work: async () => {
      for (let [next] = coming; next && next.on <= hands.clock.today(); [next] = coming) {
        coming.shift();
        await takeIn(hands, people, papers, next);
      }
    },
    hasNews: () => wordOfTheWard(town, lastWord, hands.clock.today()).kind !== 'no-change',
    freshWord: async () => {
      const today = hands.clock.today();
      const word = wordOfTheWard(town, lastWord, today);
      lastWord = today;
      return word.kind === 'no-change' ? noChange(hands, word) : takeIn(hands, people, papers, word);
    },
  };
}

async function noChange(hands: Hands, { kind: _statement, ...word }: NoChange): Promise<ListId> {
  const list = hands.ids.fresh('list');
  const calledBackAt = hands.clock.now();
  await hands.act(CLERK, [{ row: 'list.state-no-change', input: { ...word, list, calledBackAt } }]);
  return list;
}

/** A file: checked, its questions asked and answered by the ward, let into the ledger. The same file again changes nothing. */
async function takeIn(
  hands: Hands,
  people: People,
  { papers, room, told }: Written,
  post: WardPost,
): Promise<ListId> {
  await papers.write(`lists/${post.fileName}`, post.bytes);
  await papers.write(`lists/${post.fileName.replace(/\.\w+$/, '')}.password.txt`, `${post.password}\n`);
  const { list } = await send(hands, post, false);
  if (!post.again) {
    await room.list(list);
    await answerQuestions(hands, list, post);
  }
  const taken = await send(hands, post, true);
  told?.(taken);
  await enterCases(hands, people, post);
  return list;
}

async function send({ door, clock }: Hands, post: WardPost, commit: boolean): Promise<TakenIn> {
  const { kind, months, password, handOver, addition } = post;
  const wish: IntakeWish = { kind, months, password, handOver, addition, commit };
  const taken = await intake(door, post.bytes, wish, CLERK);
  if (!taken.ok)
    throw new Error(`${clock.today()}: ${post.fileName} was not taken in: ${saidOf(taken.error)}`);
  const { notCommitted } = taken.value;
  if (notCommitted) throw new Surprise('list.commit', CLERK, notCommitted, clock.today());
  return taken.value;
}

/** Codes only: an error may hold what stood in a row. */
function saidOf(error: { readonly type: string }): string {
  if (!('refusal' in error)) return error.type;
  const { refusal } = error;
  return `${error.type} ${JSON.stringify(refusal, (name, value) => (name === 'value' ? undefined : value)).slice(0, 600)}`;
}

type Asked = {
  readonly line: number;
  readonly code: string;
  readonly column?: string;
  readonly answer?: string;
};

async function answerQuestions(hands: Hands, list: ListId, post: WardPost): Promise<void> {
  const asked = await hands.ask<readonly Asked[]>(CLERK, 'list.questions', { list });
  const calls = asked
    .filter((one) => one.answer === undefined)
    .map(({ line, code, column }): Call => {
      const answer = wardAnswer(code as ListQuestionCode, line > 1 ? post.lives[line - 2] : undefined);
      return {
        row: 'list.answer-question',
        input: { list, line, code, ...(column === undefined ? {} : { column }), ...answer },
      };
    });
  await hands.act(CLERK, calls);
}

type FoundPersons = {
  readonly persons: readonly {
    readonly cases: readonly { readonly case: CaseId; readonly due?: CivilDate }[];
  }[];
};

/** The case of everybody on the list, looked up by her number as the office does when she calls. */
async function enterCases(hands: Hands, people: People, post: WardPost): Promise<void> {
  if (post.kind !== 'targets') return;
  const carried = new Set(post.lives.map(({ id }) => id));
  for (const person of people.all) {
    const { life } = person;
    if (person.case || !carried.has(life.id)) continue;
    const found = await hands.ask<FoundPersons>({ actor: STAFF.operator }, 'person.search', {
      words: life.woman.number,
    });
    const cases = found.persons.flatMap((one) => one.cases).filter((one) => !people.of(one.case));
    const hers = cases.find(({ due }) => due === life.woman.due) ?? cases[0];
    if (hers) people.enter(person, hers.case);
  }
}
