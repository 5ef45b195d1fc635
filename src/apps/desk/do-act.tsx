import type { ReactNode } from 'react';
import { gateSentence } from '../../programmes/words/gate-refusals.ts';
import { Button, ButtonRow, LinkButton } from '../kit/still/button.tsx';
import { Form } from '../kit/still/form.tsx';
import { ActFields } from './act-fields.tsx';
import type { Asking, Given } from './asking.ts';
import { formMarks } from './form-marks.ts';
import { NotHere } from './not-here.ts';
import { go } from '../kit/server/go.ts';
import { page, type Problem, type Reply } from './reply.ts';
import type { Act } from './route.ts';
import { secondOf, SecondPerson } from './second-person.tsx';
import { readValues } from './values.ts';

/** The page of an act: what will happen, what must be known, and one button. */
export async function showAct(asking: Asking, of: Act): Promise<Reply> {
  return actPage(asking, of, { ...givenOf(of, asking.query), ...freshOf(asking, of) }, {});
}

/** Does an act once, however often it is sent; a refusal comes back with everything that was typed. */
export async function doAct(asking: Asking, of: Act): Promise<Reply> {
  const { fields: sent } = asking.form;
  const given = { ...givenOf(of, sent), ...freshSent(of, sent) };
  const specs = await of.fields(asking, given);
  const { values, problems } = readValues(asking.form, specs);
  const together = problems.length > 0 ? [] : (of.wrong?.(values, given) ?? []);
  const wrongBefore = [...problems, ...together];
  // Her code counts once: it is not spent on a form that is wrong anyway.
  const second = of.row.who.second && wrongBefore.length === 0 ? await secondOf(asking) : undefined;
  const wrong = [...wrongBefore, ...(second && 'problem' in second ? [second.problem] : [])];
  if (wrong.length > 0) return actPage(asking, of, given, { problems: wrong, typed: sent });
  const once = sent.get('once') ?? '';
  const done = await asking.execute(
    [{ row: of.row.name, input: of.input(values, given, asking), shown: shownOf(sent) }],
    {
      ...(/^[\w:-]{1,40}$/.test(once) ? { key: once } : {}),
      ...(second && 'account' in second ? { second: second.account } : {}),
    },
  );
  if (!done.ok)
    return actPage(asking, of, given, { problems: [{ text: gateSentence(done.error) }], typed: sent });
  return go(withDone(of.to(given, done.value), of.name));
}

type Before = { readonly problems?: readonly Problem[]; readonly typed?: URLSearchParams };

async function actPage(
  asking: Asking,
  of: Act,
  given: Given,
  { problems = [], typed }: Before,
): Promise<Reply> {
  const specs = await of.fields(asking, given);
  const explained = await of.explain?.(asking, given);
  const shown = (await of.shown?.(asking, given)) ?? {};
  const back = of.to(given);
  const body: ReactNode = (
    <div className="act">
      <h1>{of.title}</h1>
      {typeof explained === 'string' ? <p>{explained}</p> : explained}
      <Form
        action={`/do/${of.name}`}
        hidden={{
          ...formMarks(asking),
          ...given,
          ...Object.fromEntries(
            Object.entries(shown).map(([name, version]) => [`shown.${name}`, `${version}`]),
          ),
        }}
      >
        <ActFields specs={specs} typed={typed} problems={problems} />
        {of.row.who.second && <SecondPerson row={of.row} typed={typed} problems={problems} />}
        {of.grave && <p className="grave-words">この操作は、画面からは元に戻せません。</p>}
        <ButtonRow>
          <Button text={of.button} kind={of.grave ? 'grave' : 'main'} />
          <LinkButton text="やめて戻る" href={back} kind="plain" />
        </ButtonRow>
      </Form>
    </div>
  );
  return page(of.title, body, { problems, ...(problems.length > 0 ? { status: 422 } : {}) });
}

/** Ids and codes that came with the address; anything else is no page of ours. */
function givenOf(of: Act, from: URLSearchParams): Given {
  return Object.fromEntries(
    of.given.map((name) => {
      const value = from.get(name);
      if (value === null || !/^[\w.:~-]{1,128}$/.test(value)) throw new NotHere();
      return [name, value];
    }),
  );
}

function freshOf({ desk }: Asking, { fresh = {} }: Act): Given {
  return Object.fromEntries(
    Object.entries(fresh).map(([name, kind]) => [name, desk.house.parts.ids.fresh(kind)]),
  );
}

/** The ids that the page drew come back with it. */
function freshSent({ fresh = {} }: Act, sent: URLSearchParams): Given {
  return Object.fromEntries(
    Object.entries(fresh).map(([name, kind]) => {
      const value = sent.get(name);
      if (value === null || !new RegExp(`^${kind}_[a-z0-9-]{1,64}$`).test(value)) throw new NotHere();
      return [name, value];
    }),
  );
}

function shownOf(sent: URLSearchParams): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...sent].flatMap(([name, value]) =>
      name.startsWith('shown.') && /^\d{1,9}$/.test(value) ? [[name.slice(6), Number(value)]] : [],
    ),
  );
}

/** The page that follows says what was done, by the name of the act. */
function withDone(to: string, name: string): string {
  return `${to}${to.includes('?') ? '&' : '?'}did=${name}`;
}
