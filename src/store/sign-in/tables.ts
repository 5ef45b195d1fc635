/** Tables of signing in that no generation carries: a restore must not bring a session back that was ended. */
export const SIGN_IN_TABLES: readonly string[] = ['desk_session', 'sign_in_try'];
