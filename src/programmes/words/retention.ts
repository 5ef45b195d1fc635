import type { RetentionClass } from '../../domain/retention/retention-rules.ts';

/** What is kept for a time, as applications and lists name it. */
export const retentionWords: Readonly<Record<RetentionClass, string>> = {
  'person-data': '対象者の個人情報(保管庫)',
  questionnaires: '事前アンケートと訪問の記録',
  papers: '紙の書類',
  journal: '業務の記録(氏名などを含まないもの)',
  'access-log': 'アクセスログ',
  'list-keys': '受領した名簿のファイルと行',
  'print-files': '印刷用のファイル',
  generations: '日次の控え',
};
