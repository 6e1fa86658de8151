import { fileURLToPath } from 'node:url';

/** The folder of the package: features, `cucumber.js` and the compiled steps are there. */
export const PACKAGE_FOLDER = fileURLToPath(new URL('../../../', import.meta.url));
