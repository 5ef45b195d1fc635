import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { BatchId, CaseId, ListId } from '../../domain/basics/ids.ts';
import { duePackage, type PackageKind } from '../../domain/benefits/due-package.ts';
import { inStock } from '../../domain/benefits/stock.ts';
import type { Hands } from './hands.ts';
import { casesOf, type DrawnLetter, type InBatch, type MailingRoom } from './mailing-room.ts';
import { STAFF } from './staff.ts';

const CLERK = { actor: STAFF.clerk };
const TWO_CLERKS = { actor: STAFF.clerk, second: STAFF.secondClerk };
const KINDS: readonly PackageKind[] = ['package', 'package-resend', 'package-request'];

/** So many sets come in at once, and are ordered when fewer than these lie in the safe. */
const DELIVERY = 200;
const FEWEST = 80;
/** Vouchers of this programme are good for about three years from their delivery. */
const GOOD_FOR_DAYS = 1095;

export type PackageRoom = {
  /** The batches of the week: every package that is owed and may leave (CHI-8.4-4), each kind for itself. */
  readonly sendWeek: (against: ListId, drawn: readonly DrawnLetter[]) => Promise<void>;
  /** What waits to be sent, before the ward's word of the day. */
  readonly drawList: () => Promise<readonly DrawnLetter[]>;
  readonly receiveStock: () => Promise<void>;
  /** At the very end, with the ward's consent: what is left in the safe. */
  readonly destroyRest: () => Promise<void>;
  /** The safe is counted by two people and held against the book. */
  readonly count: () => Promise<void>;
};

export function openPackageRoom(hands: Hands, room: MailingRoom): PackageRoom {
  let nextSerial = 1;
  const receiveStock = async () => {
    if (inStock(hands.book.stock()).length >= FEWEST) return;
    const serials = Array.from({ length: DELIVERY }, () => `KS${String(nextSerial++).padStart(7, '0')}`);
    const expiry = addDays(hands.clock.today(), GOOD_FOR_DAYS);
    await hands.act(TWO_CLERKS, [
      { row: 'stock.receive', input: { serials, expiry, count: serials.length } },
    ]);
  };
  return {
    receiveStock,
    destroyRest: async () => {
      const serials = inStock(hands.book.stock()).map(({ serial }) => serial);
      if (serials.length === 0) return;
      await hands.act({ actor: STAFF.manager, second: STAFF.ward }, [
        { row: 'stock.destroy', input: { serials, ref: 'ward-consent-vouchers' } },
      ]);
    },
    drawList: () => due(hands),
    sendWeek: async (against, drawn) => {
      await receiveStock();
      const owed = [...drawn, ...(await due(hands))];
      for (const kind of KINDS) {
        const cases = casesOf(owed, kind);
        if (cases.length === 0) continue;
        const pack = (batch: BatchId, pieces: readonly InBatch[]) => packAll(hands, batch, pieces);
        await room.sendBatch({ kind, cases, against, pack });
      }
    },
    count: async () => {
      const counted = inStock(hands.book.stock()).length;
      // Once a year the two miscount, see that the book says otherwise, and count again.
      const miscounted = hands.clock.today().slice(5, 7) === '12' && counted > 0 ? [counted - 1] : [];
      for (const sets of [...miscounted, counted]) {
        await hands.act(TWO_CLERKS, [{ row: 'stock.count', input: { counted: sets } }]);
      }
    },
  };
}

/** The list of the room, held against the rule that says how each of them goes. */
async function due(hands: Hands): Promise<readonly { readonly case: CaseId; readonly kind: PackageKind }[]> {
  const owed = await hands.ask<readonly { case: CaseId; state: 'owed' | 'held'; dueBy: CivilDate | null }[]>(
    CLERK,
    'benefit.owed',
    {},
  );
  return owed.flatMap(({ case: id, state }) => {
    if (state !== 'owed') return [];
    const found = duePackage(hands.book.caseOf(id), hands.clock.today(), hands.rules);
    return found.due ? [{ case: id, kind: found.kind }] : [];
  });
}

async function packAll(hands: Hands, batch: BatchId, pieces: readonly InBatch[]): Promise<void> {
  const lastsUntil = addDays(hands.clock.today(), hands.rules.benefits.minMonthsLeft * 30);
  const sets = inStock(hands.book.stock()).filter(({ expiry }) => expiry >= lastsUntil);
  const each = hands.rules.benefits.setsPerPackage;
  await hands.act(
    TWO_CLERKS,
    pieces.map(({ case: id, piece }, index) => ({
      row: 'package.pack',
      input: {
        case: id,
        batch,
        piece,
        serials: sets.slice(index * each, (index + 1) * each).map(({ serial }) => serial),
      },
    })),
  );
}
