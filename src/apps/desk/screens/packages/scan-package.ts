import { plainToken, type FoundCopy } from '../../../../exchange/mailing/sheet-tokens.ts';
import type { NamedPackage } from '../../../../gate/inside/package-room.ts';
import { nameOf, serialsOf, sheetName, sheetOf } from './pack-fields.ts';

/** What lies on the table: the sheets that wait, whose code each is, and the serials in the safe that may go. */
export type PackTable = {
  readonly toPack: readonly NamedPackage[];
  readonly sheets: ReadonlyMap<string, FoundCopy>;
  readonly sendable: ReadonlySet<string>;
  readonly setsPerPackage: number;
};

/** What a scan did; `current`: the piece whose vouchers are read next. */
export type PackScan = {
  readonly tone: 'ok' | 'again' | 'stop' | 'wrong';
  readonly text: string;
  readonly current?: string;
};

/** One scan: a sheet is laid in front; a voucher goes into the fields of the woman whose sheet lies there. */
export function scanPackage(typed: string, fields: URLSearchParams, table: PackTable): PackScan {
  const { toPack, sheets, sendable, setsPerPackage } = table;
  const code = plainToken(typed);
  const lying = toPack.find(({ piece }) => piece === fields.get('current'));
  const still = lying ? { current: lying.piece } : {};
  const sheet = sheets.get(code);
  if (sheet) {
    const one = toPack.find(({ piece }) => piece === sheet.piece);
    if (!sheet.living) {
      return { tone: 'stop', text: '無効にした用紙です。封入せず、裁断箱へ入れてください。' };
    }
    if (!one) return { tone: 'again', text: 'この用紙の封入は、もう記録されています。' };
    if (sheetOf(fields, one) !== '' && serialsOf(fields, one).length >= setsPerPackage) {
      return { tone: 'again', text: `${one.name}さんの用紙と商品券は、もう読み取っています。` };
    }
    fields.set(sheetName(one), code);
    return {
      tone: 'ok',
      text: `${one.name}さんの用紙です。入れる商品券を読んでください。`,
      current: one.piece,
    };
  }
  if (!sendable.has(code)) {
    return {
      tone: 'wrong',
      text: 'ここにある束の用紙でも、金庫にある送れる商品券でもありません。ほかの束の用紙が混ざっていないか確かめてください。',
      ...still,
    };
  }
  const holder = toPack.find((one) => serialsOf(fields, one).includes(code));
  if (holder) {
    return { tone: 'again', text: `番号 ${code} は、もう${holder.name}さんに読み取っています。`, ...still };
  }
  if (!lying) return { tone: 'wrong', text: '先に用紙の記号を読んでください。' };
  const serials = [...serialsOf(fields, lying), code];
  fields.set(nameOf(lying), serials.join(' '));
  const full = serials.length >= setsPerPackage;
  return {
    tone: 'ok',
    text: `${lying.name}さんに ${code} を入れます。${full ? '次の用紙を読んでください。' : '次の商品券を読んでください。'}`,
    ...(full ? {} : still),
  };
}
