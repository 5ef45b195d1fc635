import type { RecordedFact } from '../../domain/facts.ts';

/** One hand-over: what went in, what came out by kinds, and whether the two are equal. */
export type Balance = {
  readonly what: string;
  readonly in: number;
  readonly out: Readonly<Record<string, number>>;
  readonly balanced: boolean;
};

/** For every hand-over of the year: count in = count out, counted over the exported journal alone. */
export function reconcile(facts: readonly RecordedFact[]): readonly Balance[] {
  return [...lists(facts), ...mail(facts), ...visits(facts), ...packages(facts), ...money(facts)];
}

function lists(facts: readonly RecordedFact[]): readonly Balance[] {
  const received = only(facts, 'list.received');
  const staged = only(facts, 'list.staged');
  const committed = only(facts, 'list.committed');
  const taken = new Set(committed.map(({ list }) => list));
  const rows = sum(received.filter(({ list }) => taken.has(list)).map((fact) => fact.rows));
  const accepted = sum(staged.filter(({ list }) => taken.has(list)).map((fact) => fact.accepted));
  const refused = sum(staged.filter(({ list }) => taken.has(list)).map((fact) => fact.refused));
  const asked = only(facts, 'list.question-raised');
  const answered = new Set(
    only(facts, 'list.question-answered').map(({ list, line, code }) => `${list} ${line} ${code}`),
  );
  const open = asked.filter(({ list, line, code }) => !answered.has(`${list} ${line} ${code}`)).length;
  const opened = only(facts, 'case.opened').filter((fact) => 'list' in fact && fact.list).length;
  return [
    balance('list rows', rows, { accepted, refused }),
    balance('list questions', asked.length, { answered: asked.length - open, open }),
    balance('cases opened by lists', sum(committed.map((fact) => fact.opened)), { cases: opened }),
  ];
}

function mail(facts: readonly RecordedFact[]): readonly Balance[] {
  const begun = sum(only(facts, 'batch.begun').map(({ planned }) => planned));
  const planned = only(facts, 'piece.planned');
  const dropped = only(facts, 'piece.dropped');
  const printed = only(facts, 'piece.printed');
  const voided = only(facts, 'piece.voided');
  const posted = only(facts, 'piece.posted');
  const end = new Map<string, string>();
  for (const fact of facts) {
    switch (fact.type) {
      case 'piece.posted':
        end.set(fact.piece, 'underWay');
        break;
      case 'piece.delivered':
      case 'piece.returned':
      case 'piece.lost':
      case 'piece.withdrawn':
        end.set(fact.piece, fact.type.slice('piece.'.length));
        break;
      default:
    }
  }
  const pulled = voided.filter(({ reason }) => reason === 'pulled').length;
  const droppedLater = dropped.filter(({ piece }) => piece !== undefined).length;
  return [
    balance('women decided in batches', begun, {
      planned: planned.length,
      dropped: dropped.length - droppedLater,
    }),
    balance('pieces planned', planned.length, {
      posted: posted.length,
      droppedLater,
      pulled,
    }),
    balance('copies printed', printed.length, {
      posted: posted.length,
      spoiled: voided.length - pulled,
      pulled,
    }),
    balance('pieces posted', posted.length, tally([...end.values()])),
    balance('postage', sum(posted.map(({ postage }) => postage)), {
      receipted: sum(only(facts, 'postage.receipted').map(({ amount }) => amount)),
    }),
  ];
}

function visits(facts: readonly RecordedFact[]): readonly Balance[] {
  const made = only(facts, 'booking.made').length;
  const completed = only(facts, 'visit.completed').length;
  const missed = only(facts, 'visit.missed').length;
  const cancelled = only(facts, 'booking.cancelled').length;
  const billed = lines(facts, ['visit', 'visit-follow-up', 'remote', 'remote-follow-up']);
  return [
    balance('dates given', made, { completed, missed, cancelled }),
    balance('talks completed', completed, { billed }),
  ];
}

function packages(facts: readonly RecordedFact[]): readonly Balance[] {
  const end = new Map<string, string>();
  const kinds = new Map<string, string>();
  for (const fact of facts) {
    switch (fact.type) {
      case 'benefit.granted':
        end.set(fact.case, 'open');
        break;
      case 'benefit.expired':
        end.set(fact.case, 'expired');
        break;
      case 'piece.posted':
        if (fact.kind.startsWith('package')) kinds.set(fact.piece, fact.kind);
        break;
      case 'piece.delivered':
        if (kinds.has(fact.piece)) end.set(fact.case, 'received');
        break;
      case 'benefit.held':
        if (end.get(fact.case) === 'open') end.set(fact.case, 'held');
        break;
      case 'benefit.released':
        if (end.get(fact.case) === 'held') end.set(fact.case, 'open');
        break;
      case 'case.withdrawn':
        if (fact.package === 'decline' && end.has(fact.case) && end.get(fact.case) !== 'received') {
          end.set(fact.case, 'declined');
        }
        break;
      default:
    }
  }
  const received = [...end.values()].filter((one) => one === 'received').length;
  const billed = lines(facts, ['package']);
  // What arrives after the contract's last month was billed waits for a supplement that the ward accepts (AMB-39).
  const closedAt = only(facts, 'month.closed').at(-1)?.at ?? '';
  const late = facts.filter(
    (fact) => fact.type === 'piece.delivered' && kinds.has(fact.piece) && fact.at > closedAt,
  );
  const sets = (type: 'stock.received' | 'stock.packed' | 'stock.returned' | 'stock.destroyed') =>
    sum(only(facts, type).map((fact) => ('count' in fact ? fact.count : 0)));
  const packed = sets('stock.packed') - sets('stock.returned');
  const destroyed = sets('stock.destroyed');
  const inStock = inSafe(facts);
  return [
    balance('packages granted', end.size, tally([...end.values()])),
    balance('packages received', received, { billed, afterLastClosing: late.length }),
    balance('voucher sets received', sets('stock.received'), { packed, destroyed, inStock }),
  ];
}

/** Serials that lie in the safe at the end, one by one. */
function inSafe(facts: readonly RecordedFact[]): number {
  const safe = new Set<string>();
  for (const fact of facts) {
    switch (fact.type) {
      case 'stock.received':
      case 'stock.returned':
        for (const serial of fact.serials) safe.add(serial);
        break;
      case 'stock.packed':
      case 'stock.destroyed':
        for (const serial of fact.serials) safe.delete(serial);
        break;
      default:
    }
  }
  return safe.size;
}

function money(facts: readonly RecordedFact[]): readonly Balance[] {
  const issued = only(facts, 'invoice.issued');
  const net = sum(issued.flatMap(({ invoice }) => invoice.lines.map(({ amount }) => amount)));
  const tax = sum(issued.flatMap(({ invoice }) => invoice.taxByRate.map((one) => one.tax)));
  const total = sum(issued.map(({ amount }) => amount));
  const paid = sum(only(facts, 'invoice.paid').map(({ amount }) => amount));
  const postage = sum(
    issued.flatMap(({ invoice }) =>
      invoice.lines.filter(({ code }) => code.startsWith('postage-')).map(({ amount }) => amount),
    ),
  );
  const receipted = sum(only(facts, 'postage.receipted').map(({ amount }) => amount));
  return [
    balance('invoices issued', total, { net, tax }),
    balance('invoices to be paid', total, { paid }),
    balance('postage receipted', receipted, { billed: postage, unclaimed: receipted - postage }),
  ];
}

/** The quantity billed under some codes, supplements included. */
function lines(facts: readonly RecordedFact[], codes: readonly string[]): number {
  return sum(
    only(facts, 'invoice.issued').flatMap(({ invoice }) =>
      invoice.lines.filter(({ code }) => codes.includes(code)).map(({ quantity }) => quantity),
    ),
  );
}

function balance(what: string, into: number, out: Readonly<Record<string, number>>): Balance {
  return { what, in: into, out, balanced: into === sum(Object.values(out)) };
}

function only<Type extends RecordedFact['type']>(facts: readonly RecordedFact[], type: Type) {
  return facts.filter((fact): fact is RecordedFact & { readonly type: Type } => fact.type === type);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words.toSorted()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
