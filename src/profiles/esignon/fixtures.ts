import type { EsignonProfileName } from './documents.js';

/** The member `esignon` of the fixtures file, checked against its schema. */
export interface EsignonFixtures {
  readonly company?: string;
  readonly clientId?: string;
  readonly user?: EsignonUser;
  readonly secondUser?: EsignonUser;
  readonly blockedCompany?: EsignonUser & { readonly company: string };
  /** A further format of `expire_date`, in letters of Unicode date patterns. */
  readonly expireDateFormat?: string;
  readonly paths?: { readonly [name in EsignonProfileName]?: string };
}

export interface EsignonUser {
  readonly email: string;
  readonly password: string;
}
