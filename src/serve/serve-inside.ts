import { err, ok, type Result } from '../domain/basics/result.ts';
import { chooseProgramme } from '../place/choose-programme.ts';
import type { LineWish } from '../place/courier.ts';
import { foldersOf } from '../place/folders.ts';
import { openPlace, type Works } from '../place/open-place.ts';
import type { Place } from '../place/place.ts';
import { placeClock } from '../place/place-clock.ts';
import { placeSentence } from '../place/place-words.ts';
import { programmes } from '../programmes/all.ts';
import { openDeskPage, type DeskWorks } from './desk-page.ts';
import type { Machine } from './both/machine.ts';
import { goRound } from './both/rounds.ts';
import { insideRounds } from './inside-rounds.ts';
import { mailWay, type MailWay } from './mail-way.ts';

export type InsideWish = {
  readonly dataDir: string;
  readonly programme?: string;
  readonly deskPort: number;
  /** Where the outside's end of the courier is, when it is not on this machine at its usual port. */
  readonly courier?: string | undefined;
  readonly courierPort?: number | undefined;
};

/** Why the inside could not begin, in a sentence. */
export type NotServed = { readonly sentence: string };

const BEAT = 15_000;
const HTTPS_PORT = 443;
const LAST_ANSWERS = 5_000;

/**
 * The inside process: opens the place and lets go by themselves, until it is told to stop, what nobody has to click: the
 * clock every minute, the courier and the mail at every beat. `ready` hears where the desk answers.
 */
export async function serveInside(
  wish: InsideWish,
  works: Works & DeskWorks,
  machine: Machine,
  ready: (addresses: Readonly<Record<string, string>>) => void,
): Promise<Result<'stopped', NotServed>> {
  const opened = await openForServing(wish, works);
  if (!opened.ok) return opened;
  const place = opened.value;
  try {
    const log = (line: string) => machine.page(line);
    const desk = await openDeskPage(place, wish.deskPort, works, log).catch(
      (error: NodeJS.ErrnoException) => error,
    );
    if (desk instanceof Error) {
      if (!['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(desk.code ?? '')) throw desk;
      return err({ sentence: `事務の画面のポート ${wish.deskPort} が使えません(${desk.code})。` });
    }
    const mail = await mailWay(place);
    ready({ desk: `${desk.origin}/`, ...mailAddress(mail) });
    const { rounds, close } = insideRounds(place, lineWish(wish));
    await goRound('inside', rounds, BEAT, machine);
    await close();
    await desk.close(machine.patience(LAST_ANSWERS));
    return ok('stopped');
  } finally {
    await place.close();
  }
}

/** Said at the start where mail does not go out to a mail server. */
function mailAddress(mail: MailWay): Readonly<Record<string, string>> {
  if (mail.way === 'relay') return {};
  return mail.way === 'folder'
    ? { mail: mail.dir }
    : { 'mail-waits': '送信の設定がないため、送らずに待っています' };
}

async function openForServing(
  { dataDir, programme: id }: InsideWish,
  works: Works,
): Promise<Result<Place, NotServed>> {
  const programme = await chooseProgramme(dataDir, id, programmes);
  if (!programme.ok) return programme;
  const now = await placeClock(foldersOf(dataDir, programme.value.id).card, works.now);
  const opened = await openPlace(dataDir, programme.value, { ...works, now });
  return opened.ok ? opened : err({ sentence: placeSentence(opened.error) });
}

/** `https://host:port`, or the outside beside this place. */
function lineWish({ courier, courierPort }: InsideWish): LineWish {
  const url = courier === undefined ? undefined : new URL(courier);
  return {
    way: 'https',
    host: url?.hostname,
    port: url ? Number(url.port || HTTPS_PORT) : courierPort,
  };
}
