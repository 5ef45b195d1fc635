import type { ReactNode } from 'react';
import { packBenefitCommand } from '../../../../gate/inside/benefit.ts';
import { packagePiecesShown, safeShown, type NamedPackage } from '../../../../gate/inside/package-room.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { Button, ButtonRow } from '../../../kit/still/button.tsx';
import { Form } from '../../../kit/still/form.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { formMarks } from '../../form-marks.ts';
import { go, page, type Problem, type Reply } from '../../reply.ts';
import type { Screen, Step } from '../../route.ts';
import { secondOf, SecondPerson } from '../../second-person.tsx';

const PATH = '/packages/pack';

/**
 * The table at which vouchers are put in: each address sheet with the serials to take from the safe, the oldest first.
 * A scan goes into the field of its sheet; Enter only checks what was scanned. Two people record the whole.
 */
async function showPack(
  asking: Asking,
  typed?: URLSearchParams,
  problems: readonly Problem[] = [],
): Promise<Reply> {
  const [{ toPack, packed }, safe] = await Promise.all([
    asking.answer(packagePiecesShown, {}),
    asking.answer(safeShown, {}),
  ]);
  const { next, setsPerPackage } = safe;
  const wrong = new Set(problems.map(({ field }) => field));
  const scanned = toPack.filter(
    (one) => serialsOf(typed, one).length === setsPerPackage && !wrong.has(nameOf(one)),
  ).length;
  const may = asking.may(packBenefitCommand);
  return page(
    '封入',
    <>
      <h1>育児パッケージの封入</h1>
      {toPack.length === 0 ? (
        <p className="empty">封入を待つ宛名はありません。束をつくり、宛名を印刷すると、ここに出ます。</p>
      ) : (
        <Form action={PATH} hidden={formMarks(asking)} autoComplete="off">
          <p className="big-count" role="status">
            {scanned} / {toPack.length}
          </p>
          {/* Enter, as scanners send it, presses the first button: it only checks. */}
          <ButtonRow>
            <Button text="読み取りを確かめる" kind="plain" name="do" value="check" />
          </ButtonRow>
          <div className="table" role="region" aria-label="封入する宛名" tabIndex={0}>
            <table>
              <caption>
                封入する宛名 <span className="count">{toPack.length}件</span>
              </caption>
              <thead>
                <tr>
                  <th scope="col">宛名</th>
                  <th scope="col">束</th>
                  <th scope="col">金庫から出す番号</th>
                  <th scope="col">読み取った番号</th>
                </tr>
              </thead>
              <tbody>
                {toPack.map((one, index) => (
                  <PackRow
                    key={one.piece}
                    one={one}
                    take={next.slice(index * setsPerPackage, (index + 1) * setsPerPackage)}
                    value={typed?.get(nameOf(one)) ?? ''}
                    problem={problems.find(({ field }) => field === nameOf(one))?.text}
                    focus={toPack.find((other) => serialsOf(typed, other).length < setsPerPackage) === one}
                    may={may}
                  />
                ))}
              </tbody>
            </table>
          </div>
          {next.length < toPack.length * setsPerPackage && (
            <p className="grave-words">
              送れる商品券が{toPack.length * setsPerPackage - next.length}
              組足りません。先に受け入れてください。
            </p>
          )}
          {may && (
            <>
              <SecondPerson row={packBenefitCommand} typed={typed} problems={problems} />
              <ButtonRow>
                <Button text="2人で数えたとおり封入を記録する" name="do" value="record" />
              </ButtonRow>
            </>
          )}
        </Form>
      )}
      <DataTable
        caption="封入して手元にあるもの"
        columns={PACKED}
        rows={packed}
        keyOf={({ piece }) => piece}
        hrefOf={({ batch }) => `/mailing/batches/${batch}`}
        empty="封入して差し出しを待つものはありません。"
      />
    </>,
    { problems, ...(problems.length > 0 ? { status: 422 } : {}) },
  );
}

function PackRow({
  one,
  take,
  value,
  problem,
  focus,
  may,
}: {
  readonly one: NamedPackage;
  readonly take: readonly { readonly serial: string; readonly expiry: string }[];
  readonly value: string;
  readonly problem: string | undefined;
  readonly focus: boolean;
  readonly may: boolean;
}): ReactNode {
  const name = nameOf(one);
  return (
    <tr className={problem ? 'urgent' : undefined}>
      <th scope="row">{one.name}</th>
      <td>
        <a href={`/mailing/batches/${one.batch}`}>{one.batch.slice(-6).toUpperCase()}</a>
      </td>
      <td className="id">
        {take.map(({ serial }) => serial).join('、')}
        {take[0] && `(期限 ${dayWords(take[0].expiry)})`}
      </td>
      <td>
        {may ? (
          <input
            id={name}
            name={name}
            defaultValue={value}
            className="middle exact"
            autoComplete="off"
            autoFocus={focus}
            aria-label={`${one.name}の商品券の番号`}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${name}-error` : undefined}
          />
        ) : (
          '未封入'
        )}
        {problem && (
          <p className="error" id={`${name}-error`}>
            {problem}
          </p>
        )}
      </td>
    </tr>
  );
}

function nameOf({ piece }: NamedPackage): string {
  return `serials.${piece}`;
}

function serialsOf(typed: URLSearchParams | undefined, one: NamedPackage): readonly string[] {
  return (typed?.get(nameOf(one)) ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s,、]+/)
    .filter((serial) => serial !== '');
}

const PACKED: readonly Column<NamedPackage>[] = [
  { key: 'name', head: '宛名', of: ({ name }) => name },
  {
    key: 'serials',
    head: '商品券の番号',
    of: ({ serials }) => <span className="id">{serials.join('、')}</span>,
  },
  { key: 'batch', head: '束', of: ({ batch }) => batch.slice(-6).toUpperCase() },
];

/** Checks what was scanned, or records every filled sheet at once, all of them or none, by two people. */
async function pack(asking: Asking): Promise<Reply> {
  const { fields } = asking.form;
  const [{ toPack }, { next }] = await Promise.all([
    asking.answer(packagePiecesShown, {}),
    asking.answer(safeShown, {}),
  ]);
  const filled = toPack.filter((one) => serialsOf(fields, one).length > 0);
  const problems = wrongScans(filled, fields, new Set(next.map(({ serial }) => serial)));
  if (fields.get('do') !== 'record' || problems.length > 0) return showPack(asking, fields, problems);
  if (filled.length === 0) {
    return showPack(asking, fields, [{ text: '商品券の番号を1つ以上読み取ってください。' }]);
  }
  const second = await secondOf(asking);
  if ('problem' in second) return showPack(asking, fields, [second.problem]);
  const once = fields.get('once') ?? '';
  const done = await asking.execute(
    filled.map((one) => ({
      row: packBenefitCommand.name,
      input: { case: one.case, batch: one.batch, piece: one.piece, serials: serialsOf(fields, one) },
    })),
    { second: second.account, ...(/^[\w:-]{1,40}$/.test(once) ? { key: once } : {}) },
  );
  return done.ok ? go(PATH) : showPack(asking, fields, [{ text: gateSentence(done.error) }]);
}

/** What can be seen before anything is decided: a serial scanned twice, or one that does not lie in the safe to be sent. */
function wrongScans(
  filled: readonly NamedPackage[],
  fields: URLSearchParams,
  sendable: ReadonlySet<string>,
): readonly Problem[] {
  const seen = new Set<string>();
  return filled.flatMap((one) =>
    serialsOf(fields, one).flatMap((serial): readonly Problem[] => {
      const twice = seen.has(serial);
      seen.add(serial);
      if (twice) return [{ field: nameOf(one), text: `番号 ${serial} は2回読み取られています。` }];
      return sendable.has(serial)
        ? []
        : [{ field: nameOf(one), text: `番号 ${serial} は、金庫にある送れる商品券ではありません。` }];
    }),
  );
}

export const packRoom: readonly (Screen | Step)[] = [
  {
    kind: 'screen',
    path: PATH,
    work: 'packages',
    title: '封入',
    tab: 3,
    asks: [packagePiecesShown, safeShown],
    show: (asking) => showPack(asking),
  },
  { kind: 'step', path: PATH, work: 'packages', needs: [packBenefitCommand], handle: pack },
];
