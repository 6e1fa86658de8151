import type { Arbitrary } from 'fast-check';
import type { Exchange, OutgoingRequest } from '../http/exchange.js';
import type { JsonObject } from '../text/json-members.js';
import type { Check } from '../verdict/check.js';
import type { Clause, Level } from '../verdict/clause.js';

/**
 * An API as the engine knows it: everything that distinguishes profiles is part of this interface, and
 * the engine holds no clause id and no name of a profile.
 */
export interface Profile {
  /** `esignon-login`: lower case, digits and hyphens. It is also the tag of its scenarios and the value of `--profile`. */
  readonly name: string;
  /** The member of the fixtures file that describes its accounts; profiles of one family share their accounts. */
  readonly family: string;
  /** One line for people. */
  readonly title: string;
  /** The document that its clauses cite as their source. */
  readonly document: string;
  /** `POST {target}/api/{company}/login`: for people. */
  readonly endpoint: string;
  /** Glob patterns of its feature files: absolute, or relative to its module; of a built-in profile, to the package. */
  readonly features: readonly string[];
  /** Every clause that applies, in the order of the contract; each appears in the verdict. */
  readonly clauses: readonly Clause[];
  readonly roles: ClauseRoles;
  /** The phrase of a login with a wrong password, as {@link TestUser.vary} takes it; absent: there is none. */
  readonly wrongLogin?: string;
  /**
   * What features say of an answer ("the answer carries a token"), and the clause whose universal checks decide it. Of
   * several with the same words the one counts whose clause the scenario is tagged with.
   */
  readonly statements: readonly (readonly [statement: string, clause: string])[];
  readonly fixtures: FixturesPart;
  /** Names, in lower case, of headers that its requests set themselves, so that `--header` cannot add them. */
  readonly ownHeaders: readonly string[];
  /** What holds for generated requests, by the words that name them in features. Often empty. */
  readonly properties: readonly FuzzProperty[];
  /**
   * Begins a run: what is made here lives as long as the run does.
   * @throws nothing: a fixture that is missing shows where it is needed, as {@link NotChecked}
   */
  open(setting: ProfileSetting): ProfileRun;
}

/** The clauses that the engine has to name by itself. Each has a MUST part; one clause may have several roles. */
export interface ClauseRoles {
  /** A plain valid login is accepted. Without it there is no verdict. */
  readonly goodLogin: string;
  /** After refused logins the user still logs in. */
  readonly loginAfterRefusals: string;
  /** Every request is answered, and no answer shows a crash. */
  readonly crash: string;
  /** No token is given to two users. */
  readonly distinctTokens: string;
}

/** The part of the fixtures file that belongs to a family of profiles. */
export interface FixturesPart {
  /** The member that gives another user: `esignon.secondUser`. */
  readonly furtherUser: string;
  /** JSON Schema (draft 2020-12) of the member. It refers to its own definitions, or to `fixtures.schema.json`. */
  readonly schema: object;
  /**
   * Checks what a schema cannot, and completes the value (relative paths, say).
   * @param value of the schema
   * @param context where the file is, and which members still hold a reference to the environment that is not set
   * @returns the value ready for use; problems, one sentence each without a full stop and without any value
   */
  check?(value: unknown, context: FixturesContext): Promise<CheckedFixtures>;
  /** Every value in it that must not be shown: passwords, keys, signatures, client ids. */
  secrets(value: unknown): readonly string[];
}

export interface FixturesContext {
  /** Absolute path of the fixtures file. */
  readonly file: string;
  /** Paths of members such as `esignon.user.email` whose `${env:NAME}` has no value. */
  readonly unresolved: ReadonlySet<string>;
}

export interface CheckedFixtures {
  readonly value: unknown;
  readonly problems: readonly string[];
}

/** What a run gives to a profile. */
export interface ProfileSetting {
  /** The family's part of the fixtures file; `undefined`: there is none. */
  readonly fixtures: unknown;
  /** Random text made from the seed, eight lower-case letters and digits: makes invented names unlike real ones. */
  readonly nonce: string;
  /** Path of the target's base URL without trailing slash; often empty. */
  readonly pathPrefix: string;
  /** Names, in lower case, of the headers that `--header` adds to every request. */
  readonly addedHeaders: ReadonlySet<string>;
}

/** One profile in one run. */
export interface ProfileRun {
  /** The fixtures give the path of its endpoint: it must then be served. */
  readonly pathIsGiven?: boolean;
  /**
   * The accounts that are meant to log in, in the order of the fixtures.
   * @param scenario key of the scenario, any text: requests of two scenarios differ where they must not repeat
   * @throws {NotChecked} naming the fixture that is missing
   */
  users(scenario: string): readonly TestUser[];
  /**
   * The account that is there to show something.
   * @param role as features name it: "a user of a company that may not call the API"
   * @throws {NotChecked} when the fixtures do not give it
   * @throws {Error} for a role that the profile does not know: a fault of a feature
   */
  userAs(role: string, scenario: string): TestUser;
  /**
   * A well-formed login of somebody who does not exist: by its answer the probe decides whether the profile is served.
   * @param place `endpoint`, or `nowhere`: a path next to it that cannot exist
   */
  strangersLogin(place: 'endpoint' | 'nowhere'): Promise<OutgoingRequest>;
  /** Reads an exchange by the rules of the profile. Never throws, whatever the answer. */
  evaluate(exchange: Exchange): EvaluatedExchange;
  /** Makes generated requests in the name of a user. */
  requestFactory(user: TestUser): RequestFactory;
  /** How consumer contracts (Pact) refer to the profile; `undefined`: the project has no contract of its own for it. */
  readonly contracts?: ContractSupport;
}

/** An account of the target, as one scenario uses it. */
export interface TestUser {
  /** Which fixture it is: `esignon.user`, `ckstack.users.no-role`. */
  readonly fixture: string;
  /** Names the account in the budget of failed logins, the same in every profile of the family. */
  readonly account: string;
  /** Whether a good login can come between failed ones; not so in a blocked company. */
  readonly canLogIn: boolean;
  /** A valid login with right credentials. */
  plain(): Promise<OutgoingRequest>;
  /**
   * A login with the variation of that phrase, which continues the sentence "Mina sends a login …".
   * @returns the reason where the variation cannot be made of this account
   * @throws {Error} when no variation has that phrase: a fault of a feature
   * @throws {NotChecked} when the request cannot be signed
   */
  vary(phrase: string): Promise<OutgoingRequest | NotApplicable>;
}

/** Why a variation cannot be made of an account. */
export interface NotApplicable {
  /** One phrase without a full stop. */
  readonly notApplicable: string;
}

/** Whether a variation could not be made. */
export function isNotApplicable(built: object): built is NotApplicable {
  return 'notApplicable' in built;
}

/** An exchange once read: what can be said of it, the same way for every profile. */
export interface EvaluatedExchange {
  readonly exchange: Exchange;
  /** The answer says success, leniently read. */
  readonly isAccepted: boolean;
  /** The answer says that it is a refusal, leniently read; an answer that says nothing is neither. */
  readonly isRefused: boolean;
  /** Only an endpoint that looks at credentials answers so: for the probe. */
  readonly judgesCredentials: boolean;
  /** It refuses the login as an endpoint of another purpose would, and holds no token. Absent: it does not. */
  readonly looksLikeAnotherOperation?: boolean;
  /** The code or error that the answer bears; `null`: none can be made out. */
  readonly code: string | null;
  /** The token of a good answer. */
  readonly token: string | undefined;
  /** A gateway may have refused the request, an attack or a large one, in whatever form. */
  readonly isBlocked: boolean;
  /** The checks that every exchange goes through, whatever it was made for. */
  universalChecks(): readonly Check[];
  /** The clause asks for success. */
  checkAccepted(clause: string, level: Level): Check;
  /**
   * The clause asks for a refusal.
   * @param codes one of these, where the profile has codes; empty: any
   * @param options `orAccepted`: success conforms as well
   */
  checkRefused(
    clause: string,
    level: Level,
    codes: readonly string[],
    options?: { readonly orAccepted?: boolean },
  ): Check;
  /**
   * The clause asks for an answer that some way to read the request leads to: a refusal of its form, or what its meaning
   * deserves. Absent, as the next: no feature of the profile asks for it.
   * @returns `null` where nothing is wrong with the request, or its bytes say nothing
   */
  checkAsRead?(clause: string, level: Level): Check | null;
  /** The clause asks for the refusal that the strictest reading of the request leads to. @returns as `checkAsRead` */
  checkAsStrictlyRead?(clause: string, level: Level): Check | null;
  /** The clause asks that nothing is issued. */
  checkNoToken(clause: string, level: Level): Check;
  /** The clause asks that this refusal and another of the same profile look the same. */
  checkSameRefusal(clause: string, level: Level, other: EvaluatedExchange): Check;
  /** The clause asks that, of simultaneous logins, this one got the answer to its own request. */
  checkOwnAnswer(clause: string, level: Level): Check;
}

/** What holds for every generated request of a kind. `M`: a mutation, a value that makes the same changes to any login. */
export interface FuzzProperty<M = unknown> {
  /** The words that name it in features: "malformed logins". */
  readonly kind: string;
  /** The clause on whatever is generated; its violations are instances of the specific clauses. */
  readonly generated: { readonly clause: string; readonly instances: readonly string[] };
  /** Every request of it is meant to be accepted. */
  readonly meantToSucceed: boolean;
  readonly mutations: Arbitrary<M>;
  /** Compares an answer with what was expected of the request; `changes` are those of the {@link PendingRequest}. */
  evaluate(answer: EvaluatedExchange, prepared: PreparedRequest, changes: readonly string[]): Evaluation;
  /** Whether two deviations are one finding, whatever they are due to. */
  isSame(one: Deviation, other: Deviation): boolean;
  /** Absent: every deviation is due to what its clause is about. */
  readonly ambiguity?: Ambiguity<M>;
}

/** Decides whether a deviation is due to what its clause is about, or to how the rest of the request is written. */
export interface Ambiguity<M = unknown> {
  isAmbiguous(deviation: Deviation): boolean;
  /** The same mutation in the plainest spelling. */
  plain(mutation: M): M;
  /** @returns what the deviation is due to, by the answer to the plainest spelling; `null`: that cannot be said */
  resolve(
    deviation: Deviation,
    answer: EvaluatedExchange,
    plain: PreparedRequest,
    plainAnswer: EvaluatedExchange,
  ): Deviation | null;
}

/** What the answer to a generated request says about the clauses. */
export interface Evaluation {
  readonly held: readonly Check[];
  readonly deviations: readonly Deviation[];
  /** SHOULD clauses on every answer that were broken: not worth a search for the smallest case. */
  readonly advisories: readonly Check[];
}

/** Something that an answer broke. */
export interface Deviation {
  readonly check: Check;
  /** What it is due to: two deviations of one clause and the same kinds are one finding. */
  readonly kinds: readonly string[];
}

/** Makes generated requests in the name of one user. */
export interface RequestFactory {
  readonly user: TestUser;
  /**
   * A mutation as a request of this user.
   * @param mutation of the property that is running
   * @param key of the request, unique in its property: letters, digits and hyphens
   */
  prepare(mutation: unknown, key: string): PendingRequest;
}

/** A generated request before it is sent. */
export interface PendingRequest {
  /** What was done to the plain login, one phrase a change; they name no secret. */
  readonly changes: readonly string[];
  /** The account whose failed logins it adds to, if it is refused; `null`: it names no real one. */
  readonly account: string | null;
  /** The same text for the same request, whatever its date and signature; `null`: those are what it is about. */
  content(): string | null;
  /** The request as it is sent now: date and signature are of this moment. */
  build(): Promise<PreparedRequest>;
}

/** A generated request ready to be sent. */
export interface PreparedRequest {
  /** All but its label, which says what was done to it and where it comes from. */
  readonly request: Omit<OutgoingRequest, 'label'>;
  /** What the contract allows as its answer: the profile's own, read by its {@link FuzzProperty} alone. */
  readonly expectation: unknown;
}

/** How consumer contracts (Pact) refer to a profile. It belongs to a run, whose fixtures fill the provider states. */
export interface ContractSupport {
  /** The project's own contract: an absolute path, or one relative to the package. */
  readonly file: string;
  /** The provider states that the fixtures fill, by name. */
  readonly states: ReadonlyMap<string, ProviderState>;
  /** The code of success, as a contract's example answer has it. */
  readonly successCode: string;
  /** The code in the body of a contract's example answer; empty where there is none. */
  wantedCode(body: unknown): string;
  /**
   * The clause that a difference from a contract is about.
   * @param path `$.header.result_code`, `status`, `header Content-Type`, `body`, or `answer` where there is none
   * @param wantsSuccess the contract wants a success
   * @returns `null`: the interaction's own clause
   */
  clauseOf(path: string, wantsSuccess: boolean): string | null;
  /**
   * Completes a request that one of the states prepared, once everything else is known: adds a signature, say.
   * @throws {NotChecked} when that cannot be done
   */
  complete?(request: OutgoingRequest): Promise<OutgoingRequest>;
}

/**
 * Sets a provider state up, which changes nothing in the target: it chooses an account and the values of its login.
 * @param params of the state, as the contract has them
 * @param key of the interaction, any text: requests of two interactions differ where they must not repeat
 * @throws {NotChecked} when the fixtures do not fill it
 */
export type ProviderState = (params: JsonObject, key: string) => Promise<PreparedState>;

/** A provider state that is set up. */
export interface PreparedState {
  readonly user: TestUser;
  /** The login that the values are taken from: what is true of it is true of the interaction's request. */
  readonly login: OutgoingRequest;
  /** What `fromProviderState` puts in. */
  readonly values: Readonly<Record<string, string>>;
}
