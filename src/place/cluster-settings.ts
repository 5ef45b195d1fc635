/** Name of our settings file in the data directory; `postgresql.conf` includes it as its last line. */
export const SETTINGS_FILE = 'mimamori.conf';

/** PostgreSQL and its helpers see nothing of our environment: no secrets, no PG* variables, plain English. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * What no file may ever switch off: a committed row survives a power cut. Given on the command line,
 * because that wins over every file and over ALTER SYSTEM.
 */
export const NEVER_OFF = ['fsync=on', 'full_page_writes=on', 'synchronous_commit=on'] as const;

/**
 * The text of the settings file. The log gets what concerns the server, never what was in a statement:
 * the level `log` leaves out failed statements, whose messages quote values (the program that sent them
 * has the error anyway), and `terse` leaves out details, which quote statements.
 */
export function clusterSettings(socketFolder: string, port: number): string {
  const settings: readonly (readonly [string, string])[] = [
    ['listen_addresses', ''],
    ['port', String(port)],
    // A list of names: the double quotes keep a comma or blank inside the name.
    ['unix_socket_directories', `"${socketFolder.replaceAll('"', '""')}"`],
    ['unix_socket_permissions', '0700'],
    ['password_encryption', 'scram-sha-256'],
    ['max_connections', '200'],
    ['shared_buffers', '128MB'],
    ['max_wal_size', '1GB'],
    ['jit', 'off'],
    ['fsync', 'on'],
    ['full_page_writes', 'on'],
    ['synchronous_commit', 'on'],
    ['timezone', 'UTC'],
    ['log_timezone', 'UTC'],
    ['log_destination', 'stderr'],
    ['logging_collector', 'off'],
    ['log_line_prefix', '%m [%p] '],
    ['log_checkpoints', 'off'],
    ['log_statement', 'none'],
    ['log_min_duration_statement', '-1'],
    ['log_parameter_max_length', '0'],
    ['log_parameter_max_length_on_error', '0'],
    ['log_min_error_statement', 'panic'],
    ['log_min_messages', 'log'],
    ['log_error_verbosity', 'terse'],
  ];
  const lines = settings.map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return `# Written anew at every start of this cluster; changes made here are lost.\n${lines.join('\n')}\n`;
}
