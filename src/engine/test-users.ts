import { NotChecked } from '../errors/not-checked.js';
import type { Profile, ProfileRun, TestUser } from '../profiles/profile.js';

/** A profile of a run: what it is, and what was made of it for this run. */
export interface OpenProfile {
  readonly profile: Profile;
  readonly run: ProfileRun;
}

/** The accounts of a run, one scenario at a time. */
export class TestUsers {
  /** By profile and fixture: those whose plain good login was refused. No scenario builds on them. */
  readonly #unusable = new Set<string>();
  /** Why accounts are left alone that were locked on the way. */
  readonly #locked = new Map<string, string>();

  /**
   * Everybody whom the fixtures give for a profile.
   * @param scenario key of the scenario, any text
   * @throws {NotChecked} naming the fixture that is missing
   */
  all({ run }: OpenProfile, scenario: string): readonly TestUser[] {
    return run.users(scenario);
  }

  /**
   * Those of them whose plain good login works, in an order that depends on the scenario alone, so that the failed logins
   * spread over the accounts, the same way in every run.
   * @throws {NotChecked} when a fixture is missing, or nobody's login works
   */
  usable(open: OpenProfile, scenario: string): readonly TestUser[] {
    const all = this.all(open, scenario);
    const usable = all.filter((user) => this.isUsable(open, user));
    if (usable.length === 0) {
      for (const { account } of all) this.#refuseLocked(account);
      const { goodLogin } = open.profile.roles;
      throw new NotChecked(
        'precondition',
        `the plain login of the fixtures is not accepted (see ${goodLogin})`,
      );
    }
    // The examples of an outline are on consecutive lines: they take turns.
    const turn = Number(/\d+$/.exec(scenario)?.[0] ?? 0) % usable.length;
    return [...usable.slice(turn), ...usable.slice(0, turn)];
  }

  /**
   * The account that is there to show something.
   * @throws {NotChecked} when the fixtures do not give it, or its plain good login was refused
   */
  as(open: OpenProfile, role: string, scenario: string): TestUser {
    const user = open.run.userAs(role, scenario);
    if (this.isUsable(open, user)) return user;
    this.#refuseLocked(user.account);
    const { goodLogin } = open.profile.roles;
    throw new NotChecked(
      'precondition',
      `the plain login of ${user.fixture} is not accepted (see ${goodLogin})`,
    );
  }

  /** Marks an account whose plain good login was refused. */
  markUnusable({ profile }: OpenProfile, { fixture }: TestUser): void {
    this.#unusable.add(`${profile.name} ${fixture}`);
  }

  /** Marks an account that was locked on the way, in every profile that it logs in to. */
  markLocked({ account }: TestUser, reason: string): void {
    this.#locked.set(account, reason);
  }

  isUsable({ profile }: OpenProfile, { fixture, account }: TestUser): boolean {
    return !this.#unusable.has(`${profile.name} ${fixture}`) && !this.#locked.has(account);
  }

  #refuseLocked(account: string): void {
    const reason = this.#locked.get(account);
    if (reason !== undefined) throw new NotChecked('precondition', reason);
  }
}
