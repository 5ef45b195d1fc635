import type { Common } from './command-line.ts';
import type { Doors, PlaceDoor } from './doors.ts';
import type { Output } from './output.ts';

/** Opens the place a command is for, or says on stderr why not. */
export async function openOrSay(common: Common, doors: Doors, out: Output): Promise<PlaceDoor | undefined> {
  const opened = await doors.open(common.data, common.programme);
  if (opened.ok) return opened.value;
  out.problem(opened.error.sentence);
  return undefined;
}
