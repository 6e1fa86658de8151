import type { Fixtures } from '../profiles/fixtures.js';

/** Everything in the fixtures that must not be shown: passwords, keys, signatures, client ids. */
export function fixtureSecrets({ esignon, ckstack }: Fixtures): readonly string[] {
  const signature = ckstack?.signature;
  const secrets = [
    esignon?.clientId,
    esignon?.user?.password,
    esignon?.secondUser?.password,
    esignon?.blockedCompany?.password,
    ckstack?.apiKey,
    signature && 'secret' in signature ? signature.secret : undefined,
    signature && 'fixed' in signature ? signature.fixed : undefined,
    ...Object.values(ckstack?.users ?? {}).map((user) => user?.password),
  ];
  return secrets.filter((secret) => secret !== undefined);
}
