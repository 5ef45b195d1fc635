import { kindWords } from '../../../../programmes/words/mailing-room.ts';

type Named = { readonly batch: string; readonly kind: string; readonly month: string };

/** How a batch is called on the screens and on the box: month, kind and the end of its id. */
export function batchName({ batch, kind, month }: Named): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月 ${kindWords[kind as keyof typeof kindWords]} ${batchMark(batch)}`;
}

/** The last signs of an id: what two people call out to each other. */
export function batchMark(batch: string): string {
  return batch.slice(-6).toUpperCase();
}
