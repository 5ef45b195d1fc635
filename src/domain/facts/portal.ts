import type { CaseId } from '../basics/ids.ts';
import type { MessageKind, OpenMessage } from '../portal/message.ts';

/** What became of what was sent by the portal. `envelope` is the SHA-256 of the sealed bytes: each counts once. */
export type EnvelopeFact =
  | {
      readonly type: 'envelope.taken';
      /** Absent for what comes without a proof: an enquiry, a survey. */
      readonly case?: CaseId;
      readonly envelope: string;
      readonly kind: MessageKind | OpenMessage['kind'];
      readonly result: 'accepted' | 'refused';
      /** Why not; of an accepted application why its date was not given. */
      readonly code?: string;
    }
  /** Forged, replayed under another code, or for a key that is not ours: nothing else is known of it. */
  | { readonly type: 'envelope.rejected'; readonly envelope: string };
