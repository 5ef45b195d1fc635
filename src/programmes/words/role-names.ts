import type { RoleName } from '../../domain/facts/governance.ts';

/** The roles of section 13 as people call them. */
export const ROLE_WORDS: Readonly<Record<RoleName, string>> = {
  visitor: '支援員',
  'responsible-manager': '業務責任者',
  'work-supervisor': '作業責任者',
  operator: 'コールセンター担当',
  'mailing-clerk': '発送担当',
  administrator: 'ID管理者',
  'access-approver': '権限の承認者',
  'ward-staff': '区の担当者',
  auditor: '監査人',
  'subcontract-worker': '再委託先の従事者',
};
