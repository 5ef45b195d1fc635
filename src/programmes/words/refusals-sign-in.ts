import type { PasswordFault } from '../../domain/access/password-rule.ts';
import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import type { RefusalWords } from './refusal-words.ts';

const words: RefusalWords<SignInRefusal> = {
  'network-not-allowed': () =>
    'このネットワークからは利用できません。決められた場所の回線から利用してください。',
  'device-unknown': ({ device }) =>
    device
      ? `この端末は登録されていません。ID管理者に端末番号(${device.slice('device_'.length)})を伝えて、登録を依頼してください。`
      : 'この端末は登録されていません。画面を開き直し、表示された端末番号をID管理者に伝えてください。',
  'sign-in-wait': ({ until }) =>
    `続けて失敗したため、少し時間をおく必要があります。${until.slice(11, 19)}を過ぎてから、もう一度行ってください。`,
  'sign-in-locked': () =>
    '続けて失敗したため、このIDを止めました。ID管理者に連絡して、止めた状態を解いてもらってください。',
  'sign-in-wrong': () => 'IDかパスワードが違います。大文字と小文字を確かめて、もう一度入力してください。',
  'sign-in-busy': () => '今は混み合っています。少し待ってから、もう一度行ってください。',
  'temporary-used-up': () =>
    'この仮パスワードは使えません。1回だけ、発行から1日以内に使えるものです。ID管理者に再発行を依頼してください。',
  'session-over': () => '利用の時間が終わりました。もう一度サインインしてください。',
  'not-the-next-step': () => '今はこの操作を行えません。画面の案内に従って進めてください。',
  'prove-again-first': () => '大切な操作の前に、もう一度パスワードを入力してください。',
  'code-wrong': () => '確認コードが違います。認証アプリに表示されている6桁の数字を入力してください。',
  'code-used': () => 'この確認コードはすでに使われました。次のコードが表示されるのを待って入力してください。',
  'passkey-not-made': () => 'パスキーを確かめられませんでした。もう一度行ってください。',
  'password-refused': ({ faults }) =>
    `このパスワードは使えません。${faults.map((fault) => FAULTS[fault]).join('')}別のパスワードを入力してください。`,
};

const FAULTS: Readonly<Record<PasswordFault, string>> = {
  'too-short': '12文字以上にしてください。',
  'too-long': '128文字までにしてください。',
  'too-few-classes': '大文字、小文字、数字、記号のうち3種類以上を使ってください。',
  common: '推測されやすい言葉や並びです。',
  'own-word': 'IDや事業の名前が含まれています。',
  listed: '漏えいしたことのあるパスワードの一覧にあります。',
  'used-before': '最近使ったパスワードと同じです。',
};

/** What a person reads at the door of the desk. */
export function signInSentence(refusal: SignInRefusal): string {
  const say = words[refusal.refused] as (refusal: SignInRefusal) => string;
  return say(refusal);
}
