import type { ConfirmAfterRestoreRefusal } from '../../domain/place/confirm-after-restore.ts';
import type { CompleteErasureRefusal } from '../../domain/retention/complete-erasure.ts';
import type { OrderErasureRefusal } from '../../domain/retention/order-erasure.ts';
import type { RefusalWords } from './refusal-words.ts';

export const placeRefusals: RefusalWords<
  ConfirmAfterRestoreRefusal | OrderErasureRefusal | CompleteErasureRefusal
> = {
  'nothing-restored': () => '復元のあとの確認を待っているものはありません。',
  'erasure-exists': () => 'この消去はすでに指示されています。続きは自動で行われます。',
  'list-unsettled': ({ lists }) =>
    `取り込みの途中の名簿が${lists.length}件あります。その名簿に消去する方が載っているかもしれません。先に取り込みを確定するか、取りやめてください。`,
  'erasure-not-ordered': () => 'この消去は指示されていません。',
  'erasure-complete': () => 'この消去はすでに完了しています。',
};
