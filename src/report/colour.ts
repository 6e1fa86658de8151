/**
 * Whether to write ANSI colours, as the conventions of the field have it: `NO_COLOR` (not empty) turns them
 * off, else `FORCE_COLOR` turns them on (`0` and `false`: off), else a terminal that is not `dumb` has them.
 */
export function colourEnabled(
  env: NodeJS.ProcessEnv,
  stream: { readonly isTTY?: boolean | undefined },
): boolean {
  if (env.NO_COLOR) return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}
