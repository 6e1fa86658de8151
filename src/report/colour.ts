/**
 * Whether to write ANSI colours: a non-empty `NO_COLOR` turns them off, else `FORCE_COLOR` turns them on (`0` and
 * `false`: off), else a terminal that is not `dumb` gets them (https://no-color.org, https://force-color.org).
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
