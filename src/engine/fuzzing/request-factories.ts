import { CkstackRequestFactory } from '../../profiles/ckstack/generated-requests.js';
import { EsignonRequestFactory } from '../../profiles/esignon/generated-requests.js';
import type { TestUser } from '../test-user.js';
import type { RequestFactory } from './request-factory.js';

/** A speaker for a caller of any profile. */
export function requestFactoryOf(testUser: TestUser): RequestFactory {
  return testUser.credentials.family === 'esignon'
    ? new EsignonRequestFactory(testUser, testUser.credentials)
    : new CkstackRequestFactory(testUser, testUser.credentials);
}
