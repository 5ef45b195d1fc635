import type { InstallAccountRefusal } from '../../domain/access/install-account.ts';
import type { RefusalWords } from './refusal-words.ts';

export const accessRefusals: RefusalWords<InstallAccountRefusal> = {
  'account-exists': () => 'このIDはすでに使われています。別のIDを指定してください。',
};
