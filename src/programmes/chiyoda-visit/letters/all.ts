import type { LetterTemplate } from '../../programme.ts';
import { invitationTemplates } from './invitation.ts';
import { overseasTemplate } from './overseas.ts';
import { packageTemplates } from './package.ts';
import { recallTemplates } from './recall.ts';

/** Every version of every letter of this programme; which is in force for what stands in `mailing.ts`. */
export const letterTemplates: readonly LetterTemplate[] = [
  ...invitationTemplates,
  ...recallTemplates,
  ...packageTemplates,
  overseasTemplate,
];
