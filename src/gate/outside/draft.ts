import type { Answers } from '../../domain/forms/answers.ts';
import { afterSaving } from '../../domain/portal/after-sending.ts';
import type { OwnPart } from '../../domain/portal/own-part.ts';
import { seal, unseal } from '../../security/sealing.ts';
import { secretsOfCookie } from '../../security/session-cookie.ts';
import { keepAloneSealed } from '../../store/outside/session.ts';
import {
  afterWriting,
  herSessionNow,
  herSessionOf,
  jsonIn,
  paddedJson,
  sessionBound,
  writeHers,
  type HerSession,
} from './her-session.ts';
import type { OpenSession } from './outside-gate.ts';
import type { OutsideParts } from './outside-parts.ts';

/** As often as two tabs may meet at the same moment. */
const MOST_MEETINGS = 20;

/** Writes her own part as `change` makes it from the one that is there now; of two at once each builds on the other. */
export async function changeOwnPart(
  parts: OutsideParts,
  session: OpenSession,
  change: (before: OwnPart, hers: HerSession) => OwnPart,
): Promise<{ readonly session: OpenSession; readonly before: OwnPart }> {
  for (let meeting = 0; meeting < MOST_MEETINGS; meeting += 1) {
    const read = meeting === 0 ? herSessionOf(session) : undefined;
    const hers = read ?? (await herSessionNow(parts, session));
    const before = hers.session.own;
    const own = change(before, hers);
    if (await writeHers(parts.store.single, hers, own, parts.now())) {
      return { session: afterWriting(hers, own).session, before };
    }
  }
  throw new Error('Her own part was written by others all the time');
}

export async function saveDraft(
  parts: OutsideParts,
  session: OpenSession,
  own: OwnPart,
): Promise<OpenSession> {
  return (await changeOwnPart(parts, session, (before) => afterSaving(before, own))).session;
}

/** Answers asked alone lie in the session only, under its cookie: in no draft, gone when it ends. */
export async function keepAlone(
  parts: OutsideParts,
  { cookie }: OpenSession,
  answers: Answers,
): Promise<void> {
  const secrets = secretsOfCookie(parts.keys.secret, cookie);
  if (!secrets) return;
  const sealed = seal(secrets.key, paddedJson(answers), sessionBound('alone', secrets));
  await keepAloneSealed(parts.store.single, secrets.hash, sealed);
}

export async function aloneAnswers(parts: OutsideParts, session: OpenSession): Promise<Answers> {
  const { alone, secrets } = herSessionOf(session) ?? (await herSessionNow(parts, session));
  return alone ? (jsonIn(unseal(secrets.key, alone, sessionBound('alone', secrets))) as Answers) : {};
}
