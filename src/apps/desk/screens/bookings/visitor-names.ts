/** How a visitor is called: by name for who may read it, else by the ID of the register; one who has left by neither. */
export function visitorNames(
  team: readonly { readonly visitor: string; readonly holder: string; readonly name?: string | undefined }[],
): (visitor: string) => string {
  const known = new Map(team.map(({ visitor, holder, name }) => [visitor, name ?? holder]));
  return (visitor) => known.get(visitor) ?? '担当から外れた支援員';
}
