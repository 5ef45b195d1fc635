import type { PieceKind, PostService } from '../../domain/facts/mailing.ts';

/** Kinds of mail and services of the post as papers call them. */
export const mailWords: {
  readonly kind: Readonly<Record<PieceKind, string>>;
  readonly service: Readonly<Record<PostService, string>>;
} = {
  kind: {
    notice: '案内通知',
    resend: '案内通知(再送)',
    recall: '勧奨はがき',
    reissue: '案内通知(再発行)',
    package: '育児パッケージ',
    'package-resend': '育児パッケージ(再送)',
    'package-request': '育児パッケージ(申出による再発送)',
  },
  service: {
    'specified-record': '特定記録',
    'simplified-registered': '簡易書留',
    registered: '一般書留',
    postcard: '通常はがき',
    ordinary: '普通郵便',
    'letterpack-plus': 'レターパックプラス',
    'handed-to-ward': '区へ手渡し',
  },
};
