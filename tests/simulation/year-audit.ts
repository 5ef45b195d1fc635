import type { RecordedFact } from '../../src/domain/facts.ts';
import { note, STOPPED, unseen, wayOf, type Day, type Seen, type StopWord, type Way } from './seen-case.ts';
import { programmeDays } from './audit-days.ts';
import { auditStores } from './store-audit.ts';

/** What the auditor found: `day fact: what is wrong`, ids and codes only. Empty when everything is in order. */
export type Findings = readonly string[];

/**
 * An audit of an exported journal from the outside: written from design.md section 4 and the clauses, not from the
 * domain, of which it uses no rule. It reads the facts in the order of the journal and holds what leaves the house
 * against what had been recorded before.
 */
export function auditYear(facts: readonly RecordedFact[]): Findings {
  const findings: string[] = [];
  const cases = new Map<string, Seen>();
  for (const fact of facts) {
    const id = 'case' in fact ? fact.case : undefined;
    if (id === undefined) continue;
    const seen = cases.get(id) ?? unseen();
    cases.set(id, seen);
    const say = (what: string) => findings.push(`${fact.at.slice(0, 10)} ${fact.type} ${id}: ${what}`);
    look(seen, fact, say);
    note(seen, fact);
  }
  for (const [id, seen] of cases) atTheEnd(seen, (what) => findings.push(`at the end ${id}: ${what}`));
  return [...findings, ...auditStores(facts)];
}

type Say = (what: string) => void;

/** Holds one fact against everything recorded about her before. */
function look(seen: Seen, fact: RecordedFact, say: Say): void {
  const day = fact.at.slice(0, 10);
  switch (fact.type) {
    case 'piece.printed':
      return stopped(seen, wayOf(fact.kind), day, say);
    case 'piece.posted':
      stopped(seen, wayOf(fact.kind), day, say);
      return posting(seen, fact.kind, fact.service, day, say);
    case 'recall.sent':
      stopped(seen, 'recall', day, say);
      return stopped(seen, 'mail', day, say);
    case 'message.sent':
      return stopped(seen, 'mail', day, say);
    case 'survey.sent':
      return stopped(seen, 'survey', day, say);
    case 'call.made':
      return stopped(seen, 'call', day, say);
    // A code may be printed for a named place (AMB-56); what it opens, it does not open under protection.
    case 'invite.redeemed':
      return stopped(seen, 'link', day, say);
    case 'resident.registered':
    case 'application.received':
      if (fact.channel === 'web') stopped(seen, 'link', day, say);
      return;
    case 'booking.made':
      if (seen.dates.size > 0) say('a second date beside the first (CHI-8.3-5)');
      if (seen.talkOn) say('a date after her talk (CHI-8.3-5)');
      if (seen.missed >= 2 + seen.capRaised) say('more attempts than two (CHI-8.7-2)');
      return dated(seen, fact.date, say);
    case 'booking.moved':
      return dated(seen, fact.date, say);
    case 'visit.completed':
      if (seen.talkOn) say('a second talk (CHI-8.3-5)');
      if (!seen.dates.has(fact.booking)) say('a talk without a date');
      return;
    case 'benefit.packed':
      return stopped(seen, 'package', day, say);
    case 'redispatch.requested':
      if (fact.accepted && seen.talkOn && fact.on > yearAfter(seen.talkOn)) say('after her year (CHI-8.4-8)');
      return;
    default:
  }
}

function stopped(seen: Seen, way: Way, day: Day, say: Say): void {
  for (const { word, from, until } of seen.stops) {
    if (day < from || (until && day >= until)) continue;
    if (STOPPED[word].includes(way)) say(`${way} in spite of ${word}`);
  }
  if (way === 'package') packageStopped(seen, day, say);
  const named = seen.mailWay === 'designated' || seen.mailWay === 'ward';
  if (way === 'letter' || way === 'package') {
    if (isStopped(seen, 'protection', day) && !named) say(`${way} under protection to no named place`);
    if (seen.mailWay === 'undecided') say(`${way} although nobody knows where it goes`);
  }
}

function packageStopped(seen: Seen, day: Day, say: Say): void {
  if (!seen.granted) say('a package that was not granted');
  if (seen.heldFor) say(`a package held for ${seen.heldFor}`);
  if (seen.expired) say('a package whose right is over');
  if (isStopped(seen, 'loss', day) && !seen.agreedAfterLoss) say('a package after a loss, not agreed');
  if (isStopped(seen, 'withdrawal', day) && seen.withdrawnPackage !== 'send')
    say('a package she did not ask for');
  if (isStopped(seen, 'moved-out', day) && !seen.placeKnown) say('a package to where she does not live');
}

function isStopped({ stops }: Seen, word: StopWord, day: Day): boolean {
  return stops.some((one) => one.word === word && one.from <= day);
}

function dated(seen: Seen, date: Day, say: Say): void {
  for (const { word, from } of seen.stops) {
    if (!STOPPED[word].includes('date') || (word === 'moved-out' && (date < from || seen.designated)))
      continue;
    say(`a date in spite of ${word}`);
  }
}

/** Caps, days and services of one piece that goes to the post. */
function posting(seen: Seen, kind: string, service: string, day: Day, say: Say): void {
  const before = seen.kinds.get(kind) ?? 0;
  if (['notice', 'resend', 'recall', 'package', 'package-resend'].includes(kind) && before > 0) {
    say(`a second ${kind} (CHI-8.1-9, 8.9-2, 8.4-7)`);
  }
  if (kind === 'reissue' && before >= seen.reissues) say('written again without leave');
  if (kind === 'package-request' && before >= seen.requests)
    say('sent again without being asked (CHI-8.4-8)');
  if (kind === 'resend' && ![...seen.posted.values()].some(({ end }) => end === 'returned')) {
    say('a re-send of what had not come back (CHI-8.1-8)');
  }
  const packages = [...seen.posted.values()].filter((one) => one.kind.startsWith('package'));
  if (
    kind.startsWith('package') &&
    packages.some(({ end }) => end !== 'returned' && end !== 'lost' && end !== 'withdrawn')
  ) {
    say('a package beside another that is hers or under way (CHI-8.4-12)');
  }
  if (kind === 'package' && (!seen.clockFrom || day > programmeDays(seen.clockFrom, 10))) {
    say(`a package after ${seen.clockFrom} and ten programme days (CHI-8.4-3)`);
  }
  const back = packages.findLast(({ end }) => end === 'returned' || end === 'lost');
  if (kind === 'package-resend' && day.slice(0, 7) <= (back?.endedOn ?? '9999').slice(0, 7)) {
    say('a package again in the month in which it came back (CHI-8.4-6)');
  }
  if (seen.mailWay === 'ward' && service !== 'handed-to-ward') say('not handed to the ward (AMB-56)');
}

/** What nobody may have forgotten when two years are over. */
function atTheEnd(seen: Seen, say: Say): void {
  if (seen.dates.size > 0) say('a date of which nobody said what came of it');
  const packages = [...seen.posted.values()].filter(({ kind }) => kind.startsWith('package'));
  const received = packages.filter(({ end }) => end === 'delivered').length;
  if (received > 1) say('two packages received (CHI-8.4-12)');
  const never = seen.granted && packages.length === 0;
  const why =
    seen.heldFor ??
    (seen.expired || isStopped(seen, 'death', '9') || seen.withdrawnPackage ? 'stopped' : undefined);
  if (never && !why) say('a package that was earned and never sent (CHI-8.4-3)');
  for (const { kind, end, endedOn, askedBack, overtakenOn } of seen.posted.values()) {
    if (overtakenOn && !askedBack && (!endedOn || endedOn > programmeDays(overtakenOn, 1))) {
      say(`a ${kind} that nobody asked the post for after ${overtakenOn} (AMB-38)`);
    }
    if (kind !== 'recall' && !end) say(`a ${kind} of which nobody knows where it is (CHI-8.1-7)`);
  }
}

/** The last day of a year that began with a day: the day with the same name a year later (CHI-8.8-10). */
function yearAfter(day: Day): Day {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}
