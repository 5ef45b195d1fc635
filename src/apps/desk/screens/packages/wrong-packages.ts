import { plainToken } from '../../../../exchange/mailing/sheet-tokens.ts';
import type { NamedPackage } from '../../../../gate/inside/package-room.ts';
import type { Problem } from '../../reply.ts';
import { nameOf, serialsOf, sheetName, sheetOf } from './pack-fields.ts';
import type { PackTable } from './scan-package.ts';

/**
 * What can be seen before anything is decided: another woman's sheet, a serial scanned twice, one that does not lie in
 * the safe to be sent; `complete`: a sheet and its vouchers belong together, neither alone is recorded.
 */
export function wrongPackages(
  fields: URLSearchParams,
  { toPack, sheets, sendable }: PackTable,
  complete: boolean,
): readonly Problem[] {
  const seen = new Set<string>();
  return toPack.flatMap((one) => [...wrongSheet(one), ...wrongSerials(one)]);

  function wrongSheet(one: NamedPackage): readonly Problem[] {
    const field = sheetName(one);
    const code = sheetOf(fields, one);
    const serials = serialsOf(fields, one);
    if (code === '') {
      return serials.length === 0
        ? []
        : [{ field, text: `${one.name}さんの用紙の記号を読んでください。商品券は用紙と一緒に記録します。` }];
    }
    const sheet = sheets.get(plainToken(code));
    if (!sheet) return [{ field, text: 'ここにある束の用紙の記号ではありません。' }];
    if (sheet.piece !== one.piece) {
      const whose = toPack.find(({ piece }) => piece === sheet.piece);
      const owner = whose ? `${whose.name}さん` : '別の方';
      return [{ field, text: `取り違えです。この用紙は${one.name}さんではなく、${owner}のものです。` }];
    }
    if (!sheet.living) return [{ field, text: '無効にした用紙です。封入せず、裁断箱へ入れてください。' }];
    return complete && serials.length === 0
      ? [{ field: nameOf(one), text: `${one.name}さんに入れる商品券を読み取ってください。` }]
      : [];
  }

  function wrongSerials(one: NamedPackage): readonly Problem[] {
    return serialsOf(fields, one).flatMap((serial): readonly Problem[] => {
      const twice = seen.has(serial);
      seen.add(serial);
      if (twice) return [{ field: nameOf(one), text: `番号 ${serial} は2回読み取られています。` }];
      return sendable.has(serial)
        ? []
        : [{ field: nameOf(one), text: `番号 ${serial} は、金庫にある送れる商品券ではありません。` }];
    });
  }
}
