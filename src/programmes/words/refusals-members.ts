import type { MemberRefusal } from '../../domain/members/member-refusals.ts';
import type { RefusalWords } from './refusal-words.ts';

export const memberRefusals: RefusalWords<MemberRefusal> = {
  'not-a-member': () => 'この記録は、受診勧奨の対象の方のものではありません。番号を確かめてください。',
  'group-before-result': () =>
    '受診の結果は、ご案内の組を決めた後に取り込みます。先に組を決めてください(groups.draw)。',
  'attendance-in-future': ({ on }) => `受診日(${on})が今日より先です。区に確かめてください。`,
  'control-not-called': () =>
    '比べるためにご案内をしない組の方です。こちらから電話をかけた記録は入れられません。',
  'call-result-unknown': ({ result }) => `電話の結果「${result}」は一覧にありません。`,
  'call-reason-unknown': ({ reason }) => `未受診の理由「${reason}」は一覧にありません。`,
  'draw-list-not-committed': () =>
    '台帳に確定した対象者の一覧だけ、ご案内の組を決められます。先に一覧を確定してください。',
  'groups-drawn-already': () => 'この一覧のご案内の組は、すでに決まっています。決め直すことはできません。',
  'groups-not-drawn': () => 'この一覧のご案内の組を決める作業は、始まっていないか、もう終わっています。',
};
