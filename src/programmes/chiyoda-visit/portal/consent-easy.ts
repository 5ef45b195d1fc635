import type { ConsentWordsOf } from '../../consent-words.ts';
import type { CONSENT_1 } from '../consent-text.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

/** Explains the Japanese text, paragraph by paragraph; the Japanese text is what she agrees to (CHI-8.3-9). */
export const CONSENT_EASY: ConsentWordsOf<typeof CONSENT_1> = {
  consent: 'sharing-with-ward/1',
  approval: SAMPLE_APPROVAL,
  title: '{聞|き}いたことを{区|く}に{伝|つた}えることについて',
  paragraphs: [
    'アンケートの{答|こた}えと、{訪問|ほうもん}や{面談|めんだん}（{話|はな}すこと）で{聞|き}いたことを、{千代田区|ちよだく}（{保健所|ほけんじょ}）に{伝|つた}えます。',
    '{伝|つた}えたことは、{妊娠|にんしん}している{時|とき}から、{赤|あか}ちゃんが{生|う}まれた{後|あと}まで、あなたを{助|たす}けるために{使|つか}います。ほかのことには{使|つか}いません。',
    '「{伝|つた}えてもいい」と{言|い}った{後|あと}でも、いつでもやめることができます。やめた{後|あと}に{聞|き}いたことは、{伝|つた}えません。',
    '{命|いのち}や{体|からだ}が{危|あぶ}ないときは、あなたが「いい」と{言|い}わなくても、{区|く}や{病院|びょういん}などに{連絡|れんらく}することがあります。',
  ],
  check: '{上|うえ}の{文|ぶん}を{読|よ}みました。{区|く}に{伝|つた}えてもいいです。（{同意|どうい}します）',
  note: '{日本語|にほんご}の{文|ぶん}が{正|ただ}しい{文|ぶん}です。ここには、その{意味|いみ}をやさしい{日本語|にほんご}で{書|か}きました。',
};
