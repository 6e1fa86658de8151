import type { Credentials } from '../engine/test-user.js';
import { type ProfileName, profileOf } from './built-in.js';
import { ckstackRequestFactory } from './ckstack/generated-requests.js';
import { CKSTACK_PROPERTIES } from './ckstack/properties.js';
import { esignonRequestFactory } from './esignon/generated-requests.js';
import { esignonProperties } from './esignon/properties.js';
import type { EsignonProfile } from './esignon/requests/login.js';
import type { FuzzProperty, RequestFactory, TestUser } from './profile.js';

/** What fuzzing needs of a profile, until there is one object for each. */
export function fuzzedProfile(name: ProfileName) {
  const roles =
    profileOf(name).family === 'esignon'
      ? { goodLogin: 'ES-01', loginAfterRefusals: 'ES-30', equalTreatment: 'ES-19', distinctTokens: 'ES-24' }
      : { goodLogin: 'CK-01', loginAfterRefusals: 'CK-01', equalTreatment: 'CK-24', distinctTokens: 'CK-27' };
  return { profile: { name, roles, properties: propertiesOf(name) }, run: { requestFactory } };
}

/**
 * The property of that kind.
 * @throws {TypeError} when the profile has none of that kind
 */
export function propertyOf(profile: ProfileName, kind: string): FuzzProperty {
  const property = propertiesOf(profile).find((one) => one.kind === kind);
  if (!property) throw new TypeError(`${profile} has no property of ${kind}`);
  return property;
}

function propertiesOf(name: ProfileName): readonly FuzzProperty[] {
  return name === 'ckstack-token' ? CKSTACK_PROPERTIES : esignonProperties(name as EsignonProfile);
}

function requestFactory(user: TestUser & { readonly credentials: Credentials }): RequestFactory {
  const { credentials } = user;
  return credentials.family === 'esignon'
    ? esignonRequestFactory(user, credentials.login)
    : ckstackRequestFactory(user, credentials.login, credentials.sign);
}
