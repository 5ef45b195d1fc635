import type { ClusterError } from './cluster.ts';

/**
 * Why the private cluster does not run and what to do about it, in plain Japanese for whoever set it up.
 * Several lines where PostgreSQL's own last words help.
 */
export function sayClusterError(error: ClusterError): string {
  switch (error.type) {
    case 'no-binaries':
      return sayNoBinaries(error);
    case 'no-unprivileged-account':
      return 'PostgreSQLは管理者(root)では動きません。データを置くフォルダーの所有者を一般の利用者に変えるか、利用者「postgres」を作ってください。';
    case 'account-has-no-name':
      return `いまの利用者番号 ${error.uid} に名前がありません。/etc/passwd に名前を登録するか、名前のある利用者で始めてください。`;
    case 'folder-not-ours':
      return `フォルダー ${error.dir} は別の利用者(番号 ${error.owner})のものです。その利用者で始めるか、所有者を変えてください。`;
    case 'cluster-out-of-reach':
      return `データベースは ${error.dir} にありますが、利用者「${error.account}」がそこまで入れません。上のフォルダーの権限(通り抜け)を戻してください。データはそのままです。`;
    case 'cluster-home-missing':
      return `データベースの場所として ${error.pointsTo} が ${error.dir} に書かれていますが、この機械にはありません。元の場所に戻すか、バックアップから復元してください。空のデータベースは作りません。`;
    case 'no-reachable-folder':
      return `利用者「${error.account}」が ${error.dir} に入れず、${error.shelter} も使えません。データのフォルダーを一般の利用者が入れる場所に置いてください。`;
    case 'socket-folder-taken':
      return `接続用のフォルダー ${error.path} を別の利用者が先に作っています。確かめたうえで取り除いてください。`;
    case 'cluster-busy':
      return `別の処理(番号 ${error.pid})がデータベースを準備しています。終わるのを待って、もう一度始めてください。`;
    case 'cluster-not-created':
      return `データベースを作れませんでした。ディスクの空きと権限を確かめてください。\n${error.lastWords}`;
    case 'cluster-did-not-start':
      return `データベースが始まりませんでした。データはそのままです。下の理由を確かめてください。\n${error.lastWords}`;
    case 'cluster-start-too-slow':
      return `データベースが${error.seconds}秒たっても使えるようになりません。ディスクの状態を確かめてください。続きは裏で進んでいます。`;
  }
}

function sayNoBinaries({ needed, found }: Extract<ClusterError, { type: 'no-binaries' }>): string {
  const wanted =
    needed === undefined
      ? 'PostgreSQL 15以上が見つかりません。'
      : `このデータはPostgreSQL ${needed} のものですが、その版が見つかりません。`;
  const remedy =
    needed === undefined
      ? '「npm ci」をやり直すか、Debianでは「apt install postgresql」で入れてください。'
      : `PostgreSQL ${needed} を入れ直してください(Debianでは「apt install postgresql-${needed}」)。`;
  const others = found.map(({ dir, version }) =>
    version === undefined ? `${dir}: 動きません` : `${dir}: 版 ${version} なので使えません`,
  );
  return [`${wanted}${remedy}`, ...others].join('\n');
}
