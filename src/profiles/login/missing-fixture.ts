import { NotChecked } from '../../errors/not-checked.js';

/**
 * Why something cannot be checked without a fixture.
 * @param fixture its place in the fixtures file: `esignon.user`
 * @param what is missing, one phrase: "no user is given"
 */
export function missingFixture(fixture: string, what: string): NotChecked {
  return new NotChecked('fixture', `${what}: put ${fixture} into the fixtures file`);
}
