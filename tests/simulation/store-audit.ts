import type { RecordedFact } from '../../src/domain/facts.ts';

/** What belongs to no single woman: numbers of the post, voucher sets, batches and their receipts. */
export function auditStores(facts: readonly RecordedFact[]): readonly string[] {
  return [...numbersOf(facts), ...setsOf(facts), ...batchesOf(facts)];
}

/** Numbers of the post: eleven digits whose last is the rest of the others by seven, each only once (CHI-8.1-7). */
function numbersOf(facts: readonly RecordedFact[]): readonly string[] {
  const used = new Set<string>();
  return facts.flatMap((fact) => {
    if (fact.type !== 'piece.posted') return [];
    const { tracking, service, piece } = fact;
    const without = service === 'postcard' || service === 'ordinary' || service === 'handed-to-ward';
    if (tracking === undefined) return without ? [] : [`${piece}: no number`];
    const right =
      /^\d{11}$/.test(tracking) && BigInt(tracking.slice(0, 10)) % 7n === BigInt(tracking.slice(10));
    const again = used.has(tracking);
    used.add(tracking);
    return [...(right ? [] : [`${piece}: a wrong number`]), ...(again ? [`${piece}: a number twice`] : [])];
  });
}

/** Voucher sets: what is packed lay in the safe, and nothing lies in two packages (CHI-8.4-14). */
function setsOf(facts: readonly RecordedFact[]): readonly string[] {
  const safe = new Set<string>();
  return facts.flatMap((fact) => {
    switch (fact.type) {
      case 'stock.received':
      case 'stock.returned':
        return fact.serials.flatMap((serial) => {
          if (safe.has(serial)) return [`${serial}: twice in the safe`];
          safe.add(serial);
          return [];
        });
      case 'stock.packed':
      case 'stock.destroyed':
        return fact.serials.flatMap((serial) => (safe.delete(serial) ? [] : [`${serial}: not in the safe`]));
      default:
        return [];
    }
  });
}

/** Batches: what was planned is posted, dropped or pulled, and the receipts of the post name what was posted (B-07). */
function batchesOf(facts: readonly RecordedFact[]): readonly string[] {
  type Batch = { planned: number; gone: number; pulled: number; yen: number; receipted: number };
  const batches = new Map<string, Batch>();
  const batchOf = new Map<string, Batch>();
  for (const fact of facts) {
    switch (fact.type) {
      case 'piece.planned': {
        const batch = batches.get(fact.batch) ?? { planned: 0, gone: 0, pulled: 0, yen: 0, receipted: 0 };
        batches.set(fact.batch, batch);
        batchOf.set(fact.piece, batch);
        batch.planned += 1;
        break;
      }
      case 'piece.dropped':
      case 'piece.voided': {
        const batch = fact.piece ? batchOf.get(fact.piece) : undefined;
        if (batch && (fact.type === 'piece.dropped' || fact.reason === 'pulled')) batch.pulled += 1;
        break;
      }
      case 'piece.posted': {
        const batch = batchOf.get(fact.piece);
        if (!batch) return [`${fact.piece}: posted and never planned`];
        batch.gone += 1;
        if (fact.service !== 'handed-to-ward') batch.yen += fact.postage;
        break;
      }
      case 'postage.receipted': {
        const batch = batches.get(fact.batch);
        if (batch) batch.receipted += fact.amount;
        break;
      }
      default:
    }
  }
  return [...batches].flatMap(([id, { planned, gone, pulled, yen, receipted }]) => [
    ...(planned === gone + pulled ? [] : [`${id}: ${planned} planned, ${gone} posted, ${pulled} pulled`]),
    ...(yen === receipted ? [] : [`${id}: ${yen} yen of postage, receipts over ${receipted}`]),
  ]);
}
