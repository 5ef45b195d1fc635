import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { dayOfInstant } from '../../domain/basics/instant.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { formatEraDate } from '../../domain/calendar/japanese-date.ts';
import type { By } from '../../gate/gate.ts';
import { renderLetters } from '../../print/render-letters.ts';
import { letterMaker, PACKAGE_PLACES, type OpenedFields } from './letter-of.ts';
import type { NoLetters, PrintDoor } from './open-letters.ts';

/**
 * The letter to a woman whose package waits while she is abroad, as a PDF of one page (DOC-20, CHI-8.8-10). It belongs to
 * no batch and carries no token; that it was made stands in the access log as an export.
 */
export async function overseasLetter(
  door: PrintDoor,
  id: string,
  by: By,
): Promise<Result<Buffer, NoLetters>> {
  const asked = await door.ask('benefit.overseas-letter', { case: id }, by);
  if (!asked.ok) return err({ type: 'refused', refusal: asked.error });
  const [found] = asked.value as readonly { readonly until: CivilDate; readonly fields: OpenedFields }[];
  if (!found) return err({ type: 'nothing-printed' });
  const { programme } = door;
  const day = dayOfInstant(door.now());
  const make = letterMaker(day, programme.rules.eligibility.ward);
  const template = programme.overseasLetter;
  if (template === undefined) return err({ type: 'no-template', template: 'overseas' });
  const letter = make(found.fields, { token: '', template }, PACKAGE_PLACES);
  if (!letter) return err({ type: 'no-address', pieces: [id] });
  const run = { templates: programme.letters, day, sample: door.tryout ?? true };
  const set = await renderLetters(run, [{ ...letter, until: formatEraDate(found.until) }], { workers: 0 });
  if (!set.ok)
    return err(set.error.type === 'template-broken' ? set.error : { type: set.error.type, pieces: [id] });
  return ok(Buffer.from(set.value[0]?.pdf ?? []));
}
