import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../domain/basics/civil-date.ts';
import { monthContaining } from '../domain/basics/year-month.ts';
import { reachesMonth8, STANDARD_WEEKS } from '../domain/calendar/pregnancy.ts';
import { checkAnswers } from '../domain/forms/answers.ts';
import { CHECKLIST_1 } from '../programmes/chiyoda-visit/checklist.ts';
import { LEEWAY_1 } from '../programmes/chiyoda-visit/leeway.ts';
import { QUESTIONNAIRE_1 } from '../programmes/chiyoda-visit/questionnaire.ts';
import { surveyRules } from '../programmes/chiyoda-visit/survey.ts';
import { needsFollowUp } from './calm-life.ts';
import { correctionDay, lifeDays, listDay } from './life-days.ts';
import type { Life } from './life.ts';
import { FEWEST_PEOPLE, livesOf } from './lives.ts';
import { personKey } from './town.ts';

const towns = fc.record({
  people: fc.integer({ min: FEWEST_PEOPLE, max: 160 }),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

function inEveryTown(holds: (lives: readonly Life[]) => void): void {
  fc.assert(
    fc.property(towns, (town) => holds(livesOf(town))),
    { numRuns: 40 },
  );
}

/** What the year has to live through (issue 3, part 5), each as a look at one life. */
const CASES: Readonly<Record<string, (life: Life) => boolean>> = {
  'a catch-up list carries her': ({ listing }) => listing.file === 'catch-up',
  'a monthly list carries her': ({ listing }) => listing.file === 'monthly',
  'the next contract visits her': ({ listing }) => listing.month === '2027-04',
  'the ward designates her': ({ listing }) => listing.origin === 'designated',
  'needs follow-up': ({ listing }) => listing.followUp,
  'a second pregnancy': ({ again }) => again !== undefined,
  'moves in a day too late': ({ listing, woman }) =>
    listing.residentSince === addDays(lifeDays(woman.due, listing.month).residence, 1),
  'moves in just in time': ({ listing, woman }) =>
    listing.residentSince === lifeDays(woman.due, listing.month).residence,
  'moves out': told('moved-out'),
  'a move-out is taken back': told('move-out-cancelled'),
  'moves back': told('moved-back'),
  'moves inside the ward': told('moved-within'),
  'an address is corrected': told('address-corrected'),
  'mail goes elsewhere': told('mail-address-changed'),
  'born before the due date': ({ changes, woman }) =>
    changes.some(({ kind, on }) => kind === 'birth' && on < addDays(woman.due, -30)),
  'born after the due date': ({ changes, woman }) =>
    changes.some(({ kind, on }) => kind === 'birth' && on > woman.due),
  'a loss': told('loss'),
  'a loss of another woman, undone': ({ changes }) =>
    changes.some(({ kind, mistaken, undone }) => kind === 'loss' && mistaken === 'wrong-woman' && !!undone),
  'a child dies': told('child-death'),
  'she dies': told('woman-death'),
  'protection begins': told('protection-started'),
  'protection ends by word': told('protection-ended'),
  'follow-up is decided later': told('follow-up-decided'),
  'the ward stops and lets go': ({ changes }) =>
    changes.some(({ kind, undone }) => kind === 'sending-stopped' && !!undone) &&
    changes.some(({ kind }) => kind === 'stop-lifted'),
  'another name': told('name-changed'),
  'another due date': told('due-date-changed'),
  'taken off the list': told('listing-cancelled'),
  'number and kana of a change disagree': ({ changes }) =>
    changes.some(({ mistaken }) => mistaken === 'kana'),
  'with her parents': away('parents'),
  'in hospital': away('hospital'),
  'abroad, back within the year': ({ away: times, woman }) =>
    times.some(({ why, until }) => why === 'abroad' && !!until && until < addDays(woman.due, 200)),
  'abroad, back too late': ({ away: times, woman }) =>
    times.some(({ why, until }) => why === 'abroad' && !!until && until > addDays(woman.due, 300)),
  'a letter comes back once': ({ letters }) => letters.map(({ end }) => end).join() === 'returned,delivered',
  'a letter comes back always': ({ letters }) => letters.every(({ end }) => end === 'returned'),
  'refuses a letter, left': letter((fate) => 'reviewed' in fate && fate.reviewed === 'leave'),
  'refuses a letter, sent again': letter((fate) => 'reviewed' in fate && fate.reviewed === 'send-again'),
  'the post loses a letter': letter(({ end }) => end === 'lost'),
  'she loses a letter': wishes('letter-again'),
  'never registers': ({ registers }) => registers === undefined,
  'registers by telephone': ({ registers }) => registers?.channel === 'phone',
  'registers without a code': ({ registers }) => registers?.withCode === false,
  'registers after the card': ({ registers }) => registers?.movedBy === 'recall-card',
  'a card comes back': ({ recallCard }) => recallCard === 'comes-back',
  'refuses consent': ({ registers }) => registers?.consent === 'refused',
  'is asked for consent at the visit': ({ registers }) => registers?.consent === 'at-visit',
  'never books': ({ books, registers }) => !!registers && books.when === 'never',
  'books after a mail': ({ books }) => books.when === 'after-recall-mail',
  'books after a call': ({ books }) => books.when === 'after-call',
  'talks online': ({ books }) => books.mode === 'online',
  'talks by telephone': ({ books }) => books.mode === 'phone',
  'wants an early visit': ({ books }) => books.period === 'early',
  'wants a late visit': ({ books }) => books.period === 'late',
  'moves her booking': ({ books }) => books.moves !== undefined,
  'absent, then met': attempts('absent,met'),
  'absent twice': attempts('absent,absent'),
  'others only': attempts('others-only,met'),
  'a wrong address': attempts('wrong-address,met'),
  'the visitor cannot come': attempts('visitor-side,met'),
  'found in hospital': attempts('hospital,met'),
  'a package comes back once': ({ packages }) =>
    packages.map(({ end }) => end).join() === 'returned,received',
  'a package comes back twice': ({ packages }) =>
    packages.filter(({ end }) => end === 'returned').length === 2,
  'a package is lost': ({ packages }) => packages.some(({ end }) => end === 'lost'),
  'asks within the year': ({ redispatch }) => redispatch.some(({ daysAfterTalk }) => daysAfterTalk < 360),
  'asks after the year': ({ redispatch }) => redispatch.some(({ daysAfterTalk }) => daysAfterTalk > 366),
  'wants it delivered elsewhere': wishes('deliver-elsewhere'),
  'pauses and comes back': (life) => wishes('pause')(life) && wishes('resume')(life),
  'pauses until it ends': (life) => wishes('pause')(life) && !wishes('resume')(life),
  'withdraws, package sent': withdraws('send'),
  'withdraws, package kept': withdraws('keep'),
  'withdraws, package declined': withdraws('decline'),
  'tells her loss': wishes('tell-loss'),
  'tells the birth': wishes('tell-birth'),
  'tells her move': wishes('tell-move'),
  'tells another due date': wishes('tell-due'),
  'is back in Japan': wishes('tell-back-in-japan'),
  'wants the package after a loss': ({ lossAfterTalk, packageAfterLoss }) =>
    lossAfterTalk !== undefined && packageAfterLoss === true,
  'does not want the package after a loss': ({ lossAfterTalk, packageAfterLoss }) =>
    lossAfterTalk !== undefined && packageAfterLoss === false,
  'a visit is written down wrongly': ({ visit }) => visit.mistake !== undefined,
  'applies a second time': wishes('apply-again'),
  complains: wishes('complain'),
  'a caller who is not she': ({ contacts }) => contacts.some(({ from }) => from !== 'herself'),
  'an urgent answer': ({ registers }) => registers?.answers['Q02-checkups'] === 'no',
  'a very urgent answer': ({ registers }) => String(registers?.answers['Q03']) === 'bleeding',
  'an urgent sign at the visit': ({ visit }) => visit.urgent?.class === 'u2',
  'a sign for the next day': ({ visit }) => visit.urgent?.class === 'u3',
  'an urgent call': ({ contacts }) => contacts.some(({ wish }) => wish.kind === 'consult' && !!wish.urgent),
  'no telephone': ({ woman }) => woman.phone === '',
  'twins, one pregnancy': ({ woman }) => woman.children === 2,
  外字: ({ woman }) => /\p{Co}/u.test(woman.name),
  'a character beyond CP932': ({ woman }) => woman.name.includes('𠮷'),
  'a long foreign name with another for every day': ({ woman }) =>
    woman.name.length > 40 && woman.commonName !== undefined,
  'protected, written to as the ward says': ({ woman, listing }) =>
    woman.protected && listing.mailCode === '1',
  'protected, through the ward': ({ woman, listing }) => woman.protected && listing.mailCode === '2',
  'protected, undecided': ({ woman, listing }) => woman.protected && listing.mailCode === '0',
};

function told(kind: string): (life: Life) => boolean {
  return ({ changes }) => changes.some((change) => change.kind === kind);
}
function wishes(kind: string): (life: Life) => boolean {
  return ({ contacts }) => contacts.some(({ wish }) => wish.kind === kind);
}
function withdraws(what: string): (life: Life) => boolean {
  return ({ contacts }) => contacts.some(({ wish }) => wish.kind === 'withdraw' && wish.package === what);
}
function away(why: string): (life: Life) => boolean {
  return (life) => life.away.some((time) => time.why === why);
}
function letter(is: (fate: Life['letters'][number]) => boolean): (life: Life) => boolean {
  return ({ letters }) => letters.some(is);
}
function attempts(text: string): (life: Life) => boolean {
  return ({ visit }) => visit.attempts.join() === text;
}

test('every case of the year happens in every town of sixty people or more', () => {
  inEveryTown((lives) => {
    const never = Object.entries(CASES).flatMap(([name, is]) => (lives.some(is) ? [] : [name]));
    assert.deepEqual(never, []);
  });
});

test('no two lives share a number, and reading and birth date are those of one woman only', () => {
  inEveryTown((lives) => {
    assert.equal(new Set(lives.map(({ woman }) => woman.number)).size, lives.length);
    assert.equal(new Set(lives.map(({ id }) => id)).size, lives.length);
    const women = lives.filter(({ again }) => again === undefined);
    assert.equal(new Set(women.map(({ woman }) => personKey(woman))).size, women.length);
  });
});

test('two sisters share a home and two neighbours a name and a town [CHI-8.1-3]', () => {
  inEveryTown((lives) => {
    const of = (story: string) => lives.find((life) => life.story === story)?.woman;
    assert.equal(of('elder-sister')?.address, of('younger-sister')?.address);
    assert.equal(of('notice-only')?.name, of('neighbour-of-the-same-name')?.name);
    assert.equal(of('notice-only')?.postcode, of('neighbour-of-the-same-name')?.postcode);
    assert.notEqual(of('notice-only')?.birthDate, of('neighbour-of-the-same-name')?.birthDate);
  });
});

test('who stands on the list of a month reaches the 8th month in it, unless the ward designated her [CHI-4.1-2]', () => {
  inEveryTown((lives) => {
    const wrong = lives.filter(
      ({ woman, listing }) =>
        listing.origin === 'list' &&
        monthContaining(reachesMonth8(woman.due, STANDARD_WEEKS)) !== listing.month,
    );
    assert.deepEqual(
      wrong.map(({ story }) => story),
      [],
    );
  });
});

test('the ward learns of a change after it happened and after it has listed her, one after another', () => {
  inEveryTown((lives) => {
    for (const { story, listing, changes } of lives) {
      const listed = listing.fault ? correctionDay(listing.month) : listDay(listing.month);
      const days = changes.map(({ known }) => known);
      assert.deepEqual(days, days.toSorted(), story);
      assert.ok(
        changes.every(({ known, on }) => listed < known && on <= known),
        story,
      );
    }
  });
});

test('at most one woman of a town dies, and the follow-up flag is what the ward would decide [CHI-5-7]', () => {
  inEveryTown((lives) => {
    assert.ok(lives.filter(told('woman-death')).length <= 1);
    assert.ok(lives.every(({ woman, listing }) => listing.followUp === needsFollowUp(woman)));
  });
});

test('what women answer is taken by the forms of the programme [CHI-8.16-3, CHI-8.17-1]', () => {
  const [survey] = surveyRules.definitions;
  assert.ok(survey);
  inEveryTown((lives) => {
    for (const { woman, listing, registers, visit, survey: said } of lives) {
      const { arrives } = lifeDays(woman.due, listing.month);
      if (registers) {
        for (const later of [0, 30]) {
          const on = addDays(arrives, registers.afterDays + later);
          assert.deepEqual(checkAnswers(QUESTIONNAIRE_1, registers.answers, on), []);
        }
      }
      assert.deepEqual(checkAnswers(CHECKLIST_1, visit.checklist, arrives), []);
      assert.deepEqual(checkAnswers(LEEWAY_1, visit.leeway, arrives), []);
      if (said) assert.deepEqual(checkAnswers(survey, said.answers, arrives), []);
    }
  });
});

test('the same seed and people live the same lives, another seed others', () => {
  assert.deepEqual(livesOf({ people: 100, seed: 5 }), livesOf({ people: 100, seed: 5 }));
  assert.notDeepEqual(livesOf({ people: 100, seed: 5 }), livesOf({ people: 100, seed: 6 }));
  assert.throws(() => livesOf({ people: FEWEST_PEOPLE - 1, seed: 1 }));
});

test('a town of 730 has about the quantities that the ward planned [CHI-5-1 to CHI-5-6]', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const lives = livesOf({ people: 730, seed });
    const count = (is: (life: Life) => boolean) => lives.filter(is).length;
    const between = (least: number, found: number, most: number) =>
      assert.ok(least <= found && found <= most, `${seed}: ${found} is not in ${least}..${most}`);
    assert.equal(lives.length, 730);
    between(
      30,
      count(({ letters }) => letters[0]?.end === 'returned'),
      80,
    );
    between(
      30,
      count(({ registers }) => !registers || registers.movedBy === 'recall-card'),
      110,
    );
    const talks = count(
      ({ listing, registers, books }) => !!registers && books.when !== 'never' && listing.month !== '2027-04',
    );
    between(590, talks, 680);
    between(
      15,
      count(({ books }) => books.mode !== 'visit'),
      50,
    );
    between(
      35,
      count(({ listing }) => listing.followUp),
      90,
    );
    between(
      5,
      count(({ woman }) => woman.protected),
      30,
    );
    between(450, count(told('birth')), 730);
    between(6, count(told('loss')), 22);
    for (const month of new Set(lives.map(({ listing }) => listing.month))) {
      between(
        40,
        count(({ listing }) => listing.month === month),
        75,
      );
    }
  }
});
