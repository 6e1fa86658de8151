import type { CheckedFixtures, FixturesContext, FixturesPart } from '../profile.js';
import type { CkstackFixtures } from './fixtures.js';
import { checkSignature } from './signature-setting.js';

/** The member `ckstack` of the fixtures file. */
export const CKSTACK_FIXTURES: FixturesPart = {
  furtherUser: 'ckstack.users',
  schema: { $ref: 'fixtures.schema.json#/$defs/ckstack' },
  check: (value, context) => checked(value as CkstackFixtures, context),
  secrets(value) {
    const { apiKey, signature, users } = value as CkstackFixtures;
    const secrets = [
      apiKey,
      signature && 'secret' in signature ? signature.secret : undefined,
      signature && 'fixed' in signature ? signature.fixed : undefined,
      ...Object.values(users ?? {}).map((user) => user?.password),
    ];
    return secrets.filter((secret) => secret !== undefined);
  },
};

async function checked(
  value: CkstackFixtures,
  { file, unresolved }: FixturesContext,
): Promise<CheckedFixtures> {
  const isOpen = [...unresolved].some((member) => member.startsWith('ckstack.signature.'));
  if (value.signature === undefined || isOpen) return { value, problems: [] };
  const signature = await checkSignature(value.signature, file);
  if ('problems' in signature) return { value, problems: signature.problems };
  return { value: { ...value, signature: signature.setting }, problems: [] };
}
