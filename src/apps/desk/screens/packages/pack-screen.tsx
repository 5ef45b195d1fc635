import type { ReactNode } from 'react';
import { matchSheets } from '../../../../exchange/mailing/match-sheets.ts';
import { packBenefitCommand } from '../../../../gate/inside/benefit.ts';
import { packagePiecesShown, safeShown, type NamedPackage } from '../../../../gate/inside/package-room.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { Button, ButtonRow } from '../../../kit/still/button.tsx';
import { Form } from '../../../kit/still/form.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { formMarks } from '../../form-marks.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import type { Screen, Step } from '../../route.ts';
import { secondOf, SecondPerson } from '../../second-person.tsx';
import { mailDoor } from '../mailing/mail-door.ts';
import { scanPackage, type PackScan } from './scan-package.ts';
import { nameOf, serialsOf, sheetName, sheetOf } from './pack-fields.ts';
import { wrongPackages } from './wrong-packages.ts';

const PATH = '/packages/pack';

/**
 * The table at which vouchers are put in: each address sheet with the serials to take from the safe, the oldest first.
 * The code on the sheet is scanned, then its vouchers: serials go to the woman whose sheet lies there, and to no other
 * (Kamakura 2024). Enter only checks what was scanned. Two people record the whole.
 */
async function showPack(
  asking: Asking,
  typed?: URLSearchParams,
  problems: readonly Problem[] = [],
  scanned?: PackScan,
): Promise<Reply> {
  const [{ toPack, packed }, safe] = await Promise.all([
    asking.answer(packagePiecesShown, {}),
    asking.answer(safeShown, {}),
  ]);
  const { next, setsPerPackage } = safe;
  const wrong = new Set(problems.map(({ field }) => field));
  const ready = toPack.filter(
    (one) =>
      serialsOf(typed, one).length === setsPerPackage &&
      sheetOf(typed, one) !== '' &&
      !wrong.has(nameOf(one)) &&
      !wrong.has(sheetName(one)),
  ).length;
  const may = asking.may(packBenefitCommand);
  return page(
    '封入',
    <>
      <h1>育児パッケージの封入</h1>
      {toPack.length === 0 ? (
        <p className="empty">封入を待つ宛名はありません。束をつくり、宛名を印刷すると、ここに出ます。</p>
      ) : (
        <Form
          action={PATH}
          hidden={{ ...formMarks(asking), ...(scanned?.current ? { current: scanned.current } : {}) }}
          autoComplete="off"
        >
          <p className="big-count" role="status">
            {ready} / {toPack.length}
          </p>
          {may && (
            <>
              <label className="label" htmlFor="scan">
                {scanned?.current ? '商品券の番号、または次の用紙の記号' : '用紙の下の記号'}
              </label>
              <input
                id="scan"
                name="scan"
                className="scan-field"
                autoFocus
                autoComplete="off"
                spellCheck={false}
                maxLength={60}
              />
              <div
                id="scan-outcome"
                role="status"
                className={scanned ? `scan-outcome ${scanned.tone}` : 'scan-outcome'}
                data-outcome={scanned?.tone}
              >
                <p>{scanned?.text ?? '用紙の下の記号を読み、次にその方へ入れる商品券を読みます。'}</p>
              </div>
            </>
          )}
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
                  <th scope="col">読み取った用紙</th>
                  <th scope="col">読み取った番号</th>
                </tr>
              </thead>
              <tbody>
                {toPack.map((one, index) => (
                  <PackRow
                    key={one.piece}
                    one={one}
                    take={next.slice(index * setsPerPackage, (index + 1) * setsPerPackage)}
                    sheet={sheetOf(typed, one)}
                    serials={typed?.get(nameOf(one)) ?? ''}
                    problems={problems}
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
  sheet,
  serials,
  problems,
  may,
}: {
  readonly one: NamedPackage;
  readonly take: readonly { readonly serial: string; readonly expiry: string }[];
  readonly sheet: string;
  readonly serials: string;
  readonly problems: readonly Problem[];
  readonly may: boolean;
}): ReactNode {
  const cells = [
    { name: sheetName(one), value: sheet, label: `${one.name}さんの用紙の記号` },
    { name: nameOf(one), value: serials, label: `${one.name}さんに入れる商品券の番号` },
  ].map((cell) => ({ ...cell, problem: problems.find(({ field }) => field === cell.name)?.text }));
  return (
    <tr className={cells.some(({ problem }) => problem) ? 'urgent' : undefined}>
      <th scope="row">{one.name}</th>
      <td>
        <a href={`/mailing/batches/${one.batch}`}>{one.batch.slice(-6).toUpperCase()}</a>
      </td>
      <td className="id">
        {take.map(({ serial }) => serial).join('、')}
        {take[0] && `(期限 ${dayWords(take[0].expiry)})`}
      </td>
      {cells.map(({ name, value, label, problem }) => (
        <td key={name}>
          {may ? (
            <input
              id={name}
              name={name}
              aria-label={label}
              className="middle exact"
              defaultValue={value}
              spellCheck={false}
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
      ))}
    </tr>
  );
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
  const [{ toPack }, { next, setsPerPackage }] = await Promise.all([
    asking.answer(packagePiecesShown, {}),
    asking.answer(safeShown, {}),
  ]);
  const fields = new URLSearchParams(asking.form.fields);
  const scan = fields.get('scan')?.trim() ?? '';
  const sheets = await matchSheets(
    mailDoor(asking),
    [scan, ...toPack.map((one) => sheetOf(fields, one))],
    toPack.map(({ batch }) => batch),
    asking.by,
  );
  const table = {
    toPack,
    sheets: sheets.ok ? sheets.value : new Map<string, never>(),
    sendable: new Set(next.map(({ serial }) => serial)),
    setsPerPackage,
  };
  const scanned = scan === '' ? undefined : scanPackage(scan.slice(0, 60), fields, table);
  if (!sheets.ok) return showPack(asking, fields, [{ text: gateSentence(sheets.error) }]);
  const record = fields.get('do') === 'record' && !scanned;
  const problems = wrongPackages(fields, table, record);
  if (!record || problems.length > 0) return showPack(asking, fields, problems, scanned);
  const filled = toPack.filter((one) => serialsOf(fields, one).length > 0);
  if (filled.length === 0) {
    return showPack(asking, fields, [{ text: '用紙と商品券を1組以上読み取ってください。' }]);
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
