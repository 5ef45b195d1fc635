import type { ReactNode } from 'react';
import { inquiryScripts } from '../../../../programmes/words/inquiry-scripts.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking } from '../../asking.ts';
import { GriefSupport } from '../calls/grief-support.tsx';

/** What somebody who speaks with her now says and does, above everything else (CHI-8.14-5). */
export function Grief({ asking }: { readonly asking: Asking }): ReactNode {
  const { says, does } = inquiryScripts.loss;
  return (
    <Notice kind="urgent" title="お悔やみの対応">
      <p>{says}</p>
      <p>{does}</p>
      <GriefSupport asking={asking} />
    </Notice>
  );
}
