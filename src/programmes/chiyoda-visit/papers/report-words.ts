import type { InquiryCategory } from '../../../domain/inquiry/categories.ts';
import { inquiryScripts } from '../../words/inquiry-scripts.ts';

const VISIT_CATEGORIES: Readonly<Record<string, string>> = {
  health: '体調・妊娠の経過',
  mental: '気持ち・睡眠',
  birth: '出産・入院の準備',
  childcare: '育児・産後の生活',
  family: '家族・手伝い',
  work: '仕事・休業',
  money: '費用・手当',
  services: '区のサービス',
  housing: '住まい・安全',
};

/** A category of consultations as the report calls it (CHI-9.1-11); a code without a word is printed as it is. */
export function consultationWord(code: string): string {
  return VISIT_CATEGORIES[code] ?? inquiryScripts[code as InquiryCategory]?.label ?? code;
}

/** A reason for a correction: of the report itself, or the code that a fact was corrected with. */
export function correctionWord(reason: string): string {
  return reason === 'recorded-late' ? '締切り後に記録されたため' : `記録の訂正(${reason})`;
}
