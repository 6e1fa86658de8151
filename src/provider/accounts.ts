/** Everything that the reference provider knows of its users: companies, credentials, roles. */
export interface Accounts {
  readonly esignon: EsignonAccounts;
  readonly ckstack: CkstackAccounts;
}

export interface EsignonAccounts {
  /** The only `client_id` that startsimple accepts. */
  readonly clientId: string;
  readonly companies: readonly EsignonCompany[];
}

interface EsignonCompany {
  /** As in the path, compared character by character. */
  readonly id: string;
  /** May not call the API (result code 95 of the login document). */
  readonly blocked: boolean;
  readonly members: readonly EsignonMember[];
}

interface EsignonMember {
  readonly email: string;
  readonly password: string;
}

export interface CkstackAccounts {
  readonly apiKey: string;
  /** The accepted value of `Ck-Service`. */
  readonly service: string;
  /** Key of the HMAC in `H-Authorization`. */
  readonly secret: string;
  readonly users: readonly CkstackAccount[];
}

export interface CkstackAccount {
  readonly userId: string;
  /** In clear: a request carries its SHA-256. */
  readonly password: string;
  readonly name: string;
  readonly companies: readonly CkstackCompany[];
}

export interface CkstackCompany {
  readonly name: string;
  /** Group name → names of its menus: the menus decide the roles. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

const COMPANY_A = 'Company A';
const COMPANY_B = 'Company B';
const COMPANY_C = 'Company C';

/** The accounts that the reference provider starts with. All invented. */
export const ACCOUNTS: Accounts = {
  esignon: {
    clientId: 'client-1',
    companies: [
      {
        id: 'acme',
        blocked: false,
        members: [
          { email: 'mina@example.com', password: 'Mossy-Kestrel-41#Tarn' },
          {
            email: 'joon@example.com',
            password:
              'Quiet_Harbour.77=Fern? and a boat that nobody has rowed since the long winter of the herons',
          },
        ],
      },
      {
        id: 'blocked',
        blocked: true,
        members: [{ email: 'bora@example.com', password: 'Copper~Lantern~58~Dune' }],
      },
    ],
  },
  ckstack: {
    apiKey: 'key-1',
    service: 'assay',
    secret: 'willow-granite-secret-2093-Orbit',
    users: [
      {
        userId: 'root@example.com',
        password: 'Velvet-Anchor-19%Peak',
        name: 'Sora',
        companies: [{ name: COMPANY_A, groups: { 'Root 그룹': ['Root', 'Dashboard'] } }],
      },
      {
        userId: 'cadmin@example.com',
        password: 'Amber:Thicket:64:Loom',
        name: 'Haru',
        companies: [{ name: COMPANY_A, groups: { 'CAdmin 그룹': ['CAdmin', 'Dashboard'] } }],
      },
      {
        userId: 'normal@example.com',
        password: 'Silent+Meadow+35+Arch',
        name: 'Nari',
        companies: [{ name: COMPANY_A, groups: { 'Normal 그룹': ['Normal', 'Dashboard'] } }],
      },
      {
        userId: 'guest@example.com',
        password:
          'Crimson_Pebble_82_Isle? and a gate that nobody has opened since the dry summer of the swifts',
        name: 'Dami',
        companies: [{ name: COMPANY_A, groups: { 'Guest 그룹': ['Dashboard', 'Help'] } }],
      },
      {
        userId: 'many@example.com',
        password: 'Bright@Canyon@27@Reed',
        name: 'Yuna',
        companies: [
          { name: COMPANY_A, groups: { 'Guest 그룹': ['Help'], 'Root 그룹': ['Root'] } },
          { name: COMPANY_B, groups: { 'Normal 그룹': ['Normal', 'Dashboard'] } },
          { name: COMPANY_C, groups: { 'Guest 그룹': ['Dashboard'] } },
        ],
      },
    ],
  },
};
