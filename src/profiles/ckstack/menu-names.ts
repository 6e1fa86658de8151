import type { RunConfig } from '../../config/run-config.js';
import { generationOf } from '../../engine/fuzzing/generation.js';
import type { EvaluatedExchange } from '../login/evaluated-exchange.js';
import { member } from '../login/json-answer.js';
import { type MenuName, menuName } from './arbitraries/menu-name.js';
import { menuNames, roleOfMenu, rolesOfMenus } from './roles.js';

/**
 * Holds the suite's own reading of menus against generated spellings (RO-02), here, under this machine's locale: the
 * names in a target's answer are what they are, but how they are read must not hang on where the suite runs.
 * @param answer an accepted ckstack login: its other menus stay beside the generated one
 * @throws {Error} when a spelling is read otherwise than it was made: a fault of the suite
 */
export function respelledMenus(
  answer: EvaluatedExchange,
  { seed, fuzzRuns }: Pick<RunConfig, 'seed' | 'fuzzRuns'>,
): void {
  const json = answer.ckstack?.json;
  const others = menuNames(json?.ok ? member(json.value, 'company') : undefined).filter(
    (name) => roleOfMenu(name) === null,
  );
  const names = generationOf(menuName, seed, 'menu names');
  for (let index = 0; index < fuzzRuns; index += 1) hold(names.at(index), others);
}

function hold({ name, role }: MenuName, others: readonly string[]): void {
  const roles = [...rolesOfMenus([...others, name])];
  const read = roles.length === 1 ? roles[0] : roles.length === 0 ? null : roles.join(' and ');
  if (read !== role) {
    throw new Error(
      `the menu name ${JSON.stringify(name)} is read as ${read ?? 'no role'}, not ${role ?? 'none'}`,
    );
  }
}
