import { gateSentence } from '../programmes/words/gate-refusals.ts';
import type { NoBackup } from './backup.ts';
import type { NotErased } from './erasure.ts';
import { placeSentence } from './place-words.ts';
import type { NotRestored } from './restore-place.ts';

/** Why a backup was not made, and what to do. */
export function backupSentence(error: NoBackup): string {
  switch (error.type) {
    case 'disk-full':
      return `${error.dir} のディスクがいっぱいです。空きを作ってからやり直してください。前の控えはそのままです。`;
    case 'connection-lost':
      return 'データベースとの接続が切れました。もう一度行ってください。前の控えはそのままです。';
    case 'same-place':
      return `2つめの控えは別の場所(別の機械のディスク)に置いてください: ${error.dir}`;
    case 'erasure-unfinished':
      return '終わっていない消去があります。先に mimamori erase --resume で終えてください。';
    case 'not-as-written':
      return `書いた控えを読み返すと違っています(${error.files.join('、')})。ディスクを調べてください: ${error.dir}`;
    case 'no-second-copy':
      return `2つめの場所に写せませんでした(${error.why})。控えは成立していません: ${error.dir}`;
    case 'backup-refused':
      return gateSentence(error.refusal);
  }
}

/** Why an erasure was not begun. */
export function erasureSentence(error: NotErased): string {
  switch (error.type) {
    case 'nobody-there':
      return `次の番号の方は見つかりません(すでに消去済みかもしれません): ${error.cases.join('、')}`;
    case 'refused':
      return gateSentence(error.refusal);
  }
}

/** Why a place was not restored, and what to do. */
export function restoreSentence(error: NotRestored): string {
  switch (error.type) {
    case 'no-generation':
      return `${error.dir} に控えがありません。`;
    case 'key-missing':
      return `鍵「${error.name}」が ${error.dir} にありません。--keys で鍵の写しのある場所を指定してください。`;
    case 'mirror-missing':
    case 'mirror-broken':
      return `鍵の控え(ミラー)が ${error.dir} にないか、壊れています。もう一方の場所を --mirror で指定してください。`;
    case 'generation-broken':
      return `控えのファイルが壊れています(${error.files.join('、')})。2つめの場所の控えか、前の世代を使ってください。`;
    case 'second-place-needed':
      return '実データの復元には、新しい置き場所の鍵の写しを置く場所(--second-place)が必要です。元の置き場所がまだ動いているときは、必ず別のフォルダーを指定してください。';
    case 'newer-schema':
      return `この控えは新しい版で作られています(${error.migration})。同じ版の見守りで復元してください。`;
    case 'keys-missing':
      return `${error.persons}人分の鍵がありません。この控えに合う鍵の控え(ミラー)を使ってください。`;
    case 'not-the-same':
      return `復元したものが控えと一致しません(${error.what.join('、')})。この置き場所は使えません。`;
    case 'disk-full':
      return `${error.dir} のディスクがいっぱいです。空きを作り、別の空の場所にやり直してください。`;
    case 'connection-lost':
      return 'データベースとの接続が切れました。別の空の場所にやり直してください。';
    default:
      return placeSentence(error);
  }
}
