import type { RoleName } from '../domain/facts/governance.ts';

/** Whose cases a role may touch with a row of the gate: all of the programme, or only those assigned to this person. */
export type Scope = 'programme' | 'assigned';

/**
 * One line of who may: a role with its scope, a machine of ours, the resident speaking for herself, or everybody with an
 * ID about the own ID (`oneself`: the decision refuses any other).
 */
export type Allowed =
  | { readonly role: RoleName; readonly scope: Scope }
  | { readonly machine: `system:${string}` }
  | { readonly resident: true }
  | { readonly oneself: true };

/** A command or question is denied unless a line of its `who` allows it. `second` names who may be the second person. */
export type Who = { readonly allowed: readonly Allowed[]; readonly second?: readonly RoleName[] };

export function roles(...names: readonly RoleName[]): readonly Allowed[] {
  return names.map((role) => ({ role, scope: 'programme' as const }));
}

export function assigned(...names: readonly RoleName[]): readonly Allowed[] {
  return names.map((role) => ({ role, scope: 'assigned' as const }));
}

export function machine(...names: readonly `system:${string}`[]): readonly Allowed[] {
  return names.map((name) => ({ machine: name }));
}

/** The widest scope a person's roles give for a row; `undefined` means denied. */
export function scopeFor(who: Who, held: readonly RoleName[]): Scope | undefined {
  const scopes = who.allowed.flatMap((line) =>
    'role' in line && held.includes(line.role) ? [line.scope] : [],
  );
  if (scopes.includes('programme')) return 'programme';
  return scopes.includes('assigned') ? 'assigned' : undefined;
}
