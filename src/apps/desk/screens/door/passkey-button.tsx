import type { ReactNode } from 'react';
import type { Knocking } from '../../asking.ts';
import { DoorForm } from './door-form.tsx';

/** A button that `assets/desk.js` brings to life: the browser asks the authenticator and the form takes its answer back. */
export function PasskeyButton({
  of,
  action,
  kind,
  options,
  text,
  only,
}: {
  readonly of: Knocking;
  readonly action: string;
  readonly kind: 'get' | 'create';
  readonly options: object;
  readonly text: string;
  /** There is no other way: without scripts the page has to say so. */
  readonly only: boolean;
}): ReactNode {
  return (
    <DoorForm of={of} action={action} hidden={{ answer: '' }} id="passkey">
      <div data-passkey={kind} data-options={JSON.stringify(options)}>
        <button type="submit" className={only ? 'button main' : 'button plain'} hidden>
          {text}
        </button>
        <p className="error" role="alert" hidden>
          パスキーを使えませんでした。もう一度行うか、別の方法を使ってください。
        </p>
        <noscript>
          <p className="soft">
            {only
              ? 'パスキーには、このブラウザーのJavaScriptが要ります。使えないときはID管理者に連絡してください。'
              : 'パスキーには、このブラウザーのJavaScriptが要ります。'}
          </p>
        </noscript>
      </div>
    </DoorForm>
  );
}

/** The answer of the authenticator as the script sent it; whatever it is, the gate checks it. */
export function passkeyIn({ form }: Pick<Knocking, 'form'>): unknown {
  const sent = form.fields.get('answer');
  if (sent === null) return undefined;
  try {
    return JSON.parse(sent) as unknown;
  } catch {
    return {};
  }
}
