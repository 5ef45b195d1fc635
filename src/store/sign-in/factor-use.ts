import type { FactorId } from '../../domain/basics/ids.ts';
import type { Statement, Writer } from '../connection.ts';

const USE: Statement = {
  name: 'factor-use',
  text: `insert into factor_use (factor, last) values ($1, $2)
         on conflict (factor) do update set last = excluded.last where factor_use.last < excluded.last returning factor`,
};

/** A step of a code or a counter counts once and only forwards; of many at once exactly one is told yes. */
export async function useFactor(writer: Writer, factor: FactorId, step: number): Promise<boolean> {
  return (await writer.rows(USE, [factor, step])).length > 0;
}
