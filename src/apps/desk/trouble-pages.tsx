import type { GateRefusal } from '../../gate/refusal.ts';
import { gateSentence } from '../../programmes/words/gate-refusals.ts';
import { ButtonRow, LinkButton } from '../kit/still/button.tsx';
import { page, type PageReply } from './reply.ts';

type Trouble = 'not-found' | 'forbidden' | 'method' | 'too-large' | 'broken';

const TROUBLES: Readonly<Record<Trouble, readonly [status: number, title: string, text: string]>> = {
  'not-found': [
    404,
    'ページがありません',
    'アドレスが変わったか、記録がなくなっています。本日の画面か検索から開き直してください。',
  ],
  forbidden: [
    403,
    'この画面からは受け付けられません',
    '画面が古くなっているか、ほかの画面から送られました。何も変わっていません。開き直してから、もう一度行ってください。',
  ],
  method: [405, '受け付けられません', '送り方が違います。何も変わっていません。'],
  'too-large': [413, '大きすぎます', '送れるのは32MBまでです。何も変わっていません。'],
  broken: [
    500,
    '処理できませんでした',
    'こちらの不具合です。入力したことは保存されていないことがあります。開き直して確かめてください。続くときはID管理者に知らせてください。',
  ],
};

/** Why it does not go on, and what to do. */
export function troublePage(trouble: Trouble): PageReply {
  const [status, title, text] = TROUBLES[trouble];
  return page(title, <Explained title={title} text={text} />, { status });
}

/** The gate said no to a whole page. */
export function refusedPage(refusal: GateRefusal): PageReply {
  const denied = refusal.refused === 'denied';
  const title = denied ? '開く権限がありません' : '開けませんでした';
  return page(title, <Explained title={title} text={gateSentence(refusal)} />, {
    status: denied ? 403 : 409,
  });
}

function Explained({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      <ButtonRow>
        <LinkButton text="本日の画面へ" href="/" kind="plain" />
      </ButtonRow>
    </>
  );
}
