/** The accounts a ckstack fixtures file can name, by what they are there to show. */
export const CKSTACK_USER_KEYS = [
  'system-administrator',
  'intermediate-administrator',
  'general-user',
  'no-role',
  'several-companies',
] as const;
export type CkstackUserKey = (typeof CKSTACK_USER_KEYS)[number];

export interface CkstackUser {
  readonly userId: string;
  readonly password: string;
}

/** The member `ckstack` of the fixtures file, checked against its schema. */
export interface CkstackFixtures {
  readonly path?: string;
  readonly apiKey?: string;
  readonly service?: string;
  readonly signature?: SignatureSetting;
  readonly passwordEncoding?: 'hex' | 'base64';
  readonly users?: {
    readonly [key in Exclude<CkstackUserKey, 'several-companies'>]?: CkstackUser;
  } & {
    readonly 'several-companies'?: CkstackUser & {
      /** Company name → role names (`system-administrator`, …); an empty list means no role there. */
      readonly roles: Readonly<Record<string, readonly string[]>>;
    };
  };
}

export type SignatureSetting =
  | {
      readonly hmac: string;
      readonly secret: string;
      readonly encoding?: 'base64' | 'hex';
      /** Placeholders `{method}` `{path}` `{date}` `{service}` `{body}` `{apiKey}`. */
      readonly message?: string;
    }
  | { readonly fixed: string }
  /** `module` is absolute once read: it was relative to the fixtures file. */
  | { readonly module: string };
