import type { ChangeKind } from './rows.ts';

/**
 * The words of 異動種別 and what they mean (ward's lists, changes). 流産 and 死産 alone are taken as 死産等:
 * a loss must never be lost for its spelling. 死亡 alone does not say who died and is refused.
 */
export const changeKindByWord: ReadonlyMap<string, ChangeKind> = new Map<string, ChangeKind>(
  Object.entries<ChangeKind>({
    転出: 'moved-out',
    転出取消: 'move-out-cancelled',
    再転入: 'moved-back',
    区内転居: 'moved-within',
    住所訂正: 'address-corrected',
    送付先変更: 'mail-address-changed',
    出生: 'birth',
    死産等: 'loss',
    死産: 'loss',
    流産: 'loss',
    児死亡: 'child-death',
    本人死亡: 'woman-death',
    支援措置開始: 'protection-started',
    支援措置終了: 'protection-ended',
    要フォロー認定: 'follow-up-decided',
    要フォロー取消: 'follow-up-cancelled',
    発送停止: 'sending-stopped',
    停止解除: 'stop-lifted',
    氏名変更: 'name-changed',
    予定日変更: 'due-date-changed',
    取消: 'listing-cancelled',
  }),
);

/** What a change of this kind cannot do without. A missing part is a question, never a reason to do nothing. */
export const changeNeeds: Readonly<
  Record<ChangeKind, { readonly date: boolean; readonly part?: 'address' | 'name' | 'due' }>
> = {
  'moved-out': { date: true },
  'move-out-cancelled': { date: false },
  'moved-back': { date: true, part: 'address' },
  'moved-within': { date: true, part: 'address' },
  'address-corrected': { date: false, part: 'address' },
  'mail-address-changed': { date: false, part: 'address' },
  birth: { date: true },
  loss: { date: true },
  'child-death': { date: true },
  'woman-death': { date: true },
  'protection-started': { date: false },
  'protection-ended': { date: false },
  'follow-up-decided': { date: false },
  'follow-up-cancelled': { date: false },
  'sending-stopped': { date: false },
  'stop-lifted': { date: false },
  'name-changed': { date: false, part: 'name' },
  'due-date-changed': { date: false, part: 'due' },
  'listing-cancelled': { date: false },
};
