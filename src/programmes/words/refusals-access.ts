import type { AccessRefusal } from '../../domain/access/access-refusals.ts';
import type { Lack } from '../../domain/access/worker-ready.ts';
import { formatJapaneseDate } from '../../domain/calendar/japanese-date.ts';
import type { RefusalWords } from './refusal-words.ts';
import { ROLE_WORDS } from './role-names.ts';

const day = formatJapaneseDate;

export const accessRefusals: RefusalWords<AccessRefusal> = {
  'saved-filters-full': ({ most }) =>
    `1つの一覧に保存できる条件は${most}件までです。使わない条件を消してから、もう一度保存してください。`,
  'saved-filter-unknown': () => 'この条件はもう消されています。一覧を開き直してください。',
  'account-exists': () => 'このIDはすでに使われています。別のIDを指定してください。',
  'first-roles-never-together': ({ role, beside }) => together(ROLE_WORDS[role], ROLE_WORDS[beside]),
  'worker-registered-already': () =>
    'この番号の従事者はすでに登録されています。登録内容を確かめるか、別の番号を指定してください。',
  'ward-word-missing': ({ side }) =>
    side === 'ward'
      ? '区の職員は、区からの通知の番号を添えて登録します。通知の番号を入力してください。'
      : '再委託先の従事者は、区の承諾がなければ登録できません。承諾の番号を入力してください。',
  'function-missing': () => '区の職員はお名前ではなく担当で表示します。担当を表すコードを入力してください。',
  'worker-unknown': () => 'この従事者は登録されていません。先に従事者として登録してください。',
  'access-day-to-come': ({ date }) => `${day(date)}はまだ来ていません。行った日を入力してください。`,
  'not-before-notice': ({ submittedOn }) =>
    `届出は事前に必要です。従事する日は、届け出た${day(submittedOn)}より後の日にしてください。`,
  'no-topic-of-protection': ({ topic }) =>
    `「${topic}」は個人情報保護の教育の項目にありません。項目の一覧から選んでください。`,
  'copy-without-consent': () =>
    '誓約書の写しは、本人が写しの提出に同意の署名をしてから区に提出します。署名の日を入力してください。',
  'account-open-already': () => 'このIDはすでに開かれています。',
  'worker-not-ready': ({ lacks }) =>
    `IDを開くには、まだ足りないものがあります: ${lacks.map(lackWords).join('、')}。そろえてからもう一度行ってください。`,
  'account-not-open': () => 'このIDは使われていません。開かれていて、止められていないIDを指定してください。',
  'request-exists': () => 'この申請番号はすでに使われています。新しい番号で申請してください。',
  'not-of-your-side': ({ side }) =>
    side === 'ward'
      ? '区の職員の権限は、区の担当者が申請します。'
      : '受託者側の従事者の権限は、受託者の責任者が申請します。',
  'role-of-other-side': ({ role }) =>
    `この方の所属では「${ROLE_WORDS[role]}」の権限を持てません。所属に合う権限を申請してください。`,
  'right-without-future': ({ until }) =>
    `期限の${day(until)}はもう過ぎています。これからの日を入力してください。`,
  'right-too-long': ({ latest }) =>
    `権限の期限は${day(latest)}までにしてください。その後も必要なら、あらためて申請します。`,
  'request-not-open': ({ status }) => REQUEST_STATUS[status],
  'own-request': () => '権限の申請、承認、付与は、別々の人が行います。ほかの担当者に依頼してください。',
  'rejection-without-reason': () => '承認しない理由を入力してください。',
  'not-as-approved': ({ role, until }) =>
    `承認されたのは「${ROLE_WORDS[role]}」で、期限は${day(until)}です。承認されたとおりに付与してください。`,
  'approval-out-of-date': ({ until }) =>
    `承認された期限の${day(until)}が過ぎています。あらためて申請してもらってください。`,
  'roles-never-together': ({ role, beside }) => together(ROLE_WORDS[role], ROLE_WORDS[beside]),
  'last-responsible-manager': () => '業務責任者がいなくなるため、できません。先に副責任者を置いてください。',
  'right-not-held': ({ role }) => `この方は「${ROLE_WORDS[role]}」の権限を持っていません。`,
  'left-already': () => 'この方の終了の手続きは済んでいます。',
  'replaced-by-oneself': () => '交代する人と、代わりに入る人は、別の人を指定してください。',
  'successor-lacks-right': ({ role }) =>
    `代わりに入る方に「${ROLE_WORDS[role]}」の権限がありません。先に権限の申請と承認を済ませてください。`,
  'review-not-open': () => 'この見直しは開かれていないか、すでに終わっています。',
  'review-before-its-cause': ({ openedOn }) =>
    `見直しは${day(openedOn)}の異動を受けて開かれました。その日以後に行った日を入力してください。`,
  'review-unfinished': ({ missing }) =>
    `見直しの記録に「${REVIEW_PARTS[missing]}」がありません。8項目すべてを入力してください。`,
  'not-a-deputy': () => 'この方は副責任者ではありません。副責任者を指定してください。',
  'change-before-notice': ({ submittedOn }) =>
    `責任者の変更は、区に届け出た${day(submittedOn)}の翌日からできます。`,
  'not-for-oneself': () => '自分を代行に指定することはできません。業務責任者か承認者に依頼してください。',
  'stand-in-without-future': ({ until }) =>
    `代行の期限の${day(until)}はもう過ぎています。これからの日を入力してください。`,
  'nobody-stands-in': () => 'この方は代行していません。',
  'only-oneself': () => 'パスワードと認証の設定は、ご本人だけが行えます。',
  'temporary-over': () =>
    'この仮パスワードは使えません。1回だけ、発行から1日以内に使えるものです。ID管理者に再発行を依頼してください。',
  'factor-unknown': () => 'この認証の設定は見つかりません。一覧から選んでください。',
  'last-factor': () => '最後の1つは外せません。先に別の認証を追加してください。',
  'reset-of-oneself': () => '自分のIDについては行えません。ほかの担当者に依頼してください。',
  'reset-exists': () => 'この再発行の番号はすでに使われています。新しい番号を指定してください。',
  'reset-not-approved': () =>
    '有効な承認がありません。承認者に本人確認と承認を依頼してください。承認は1回だけ、1日以内に使えます。',
  'reset-needs-another': () => '再発行は、承認した人とは別の人が行います。',
  'sign-in-not-locked': () => 'このIDは止まっていません。',
  'device-known-already': () =>
    'この端末はすでに登録されたか、登録を取り消されています。取り消した端末では、新しい端末番号を表示してください。',
  'device-not-registered': () => 'この端末は登録されていません。端末番号を確かめてください。',
};

const REQUEST_STATUS = {
  unknown: 'この申請は見つかりません。申請番号を確かめてください。',
  requested: 'この申請はまだ承認されていません。承認を待ってください。',
  approved: 'この申請はすでに承認されています。',
  rejected: 'この申請は承認されませんでした。必要なら、あらためて申請してください。',
  granted: 'この申請の権限はすでに付与されています。',
} as const;

const REVIEW_PARTS = {
  system: 'システム名',
  documents: '照合した書類名',
  correction: '修正内容',
  reason: '修正理由',
  approver: '承認者',
} as const;

function together(one: string, two: string): string {
  return `「${one}」と「${two}」は同じ人が持てません。どちらかを別の人にしてください。`;
}

/** What somebody still lacks before she may begin. */
export function lackWords(lack: Lack): string {
  switch (lack) {
    case 'registration':
      return '従事者の登録';
    case 'notice':
      return '区への届出';
    case 'pledge':
      return '誓約書の署名';
    case 'pledge-copy-consent':
      return '誓約書の写しの提出への同意';
    case 'pledge-copy':
      return '誓約書の写しの提出';
    default:
      return `1年以内の教育(${lack.slice('training:'.length)})`;
  }
}
