import type { GateRefusal } from '../gate/refusal.ts';
import { gateSentence } from '../programmes/words/gate-refusals.ts';
import type { Output } from './output.ts';

/** Says on stderr why something was refused; with --json the refusal itself follows on stdout. */
export function sayRefusal(refusal: GateRefusal, json: boolean, out: Output): 1 {
  out.problem(gateSentence(refusal));
  if (json) out.json(refusal);
  return 1;
}
