/** The `user.id` of each user of a run (CK-07): always the same for one, another for another. */
export class UserIds {
  /** By the name that logged in, as it was sent. */
  readonly #idOf = new Map<string, string>();
  /** By id: the name that had it first, without its letter case, which is not judged. */
  readonly #holders = new Map<string, string>();

  /**
   * Adds the id of a good answer.
   * @returns the kind of deviation, and what is asked for in words; `null`: nothing is wrong with it
   */
  deviation(userId: string, id: string): { readonly kind: string; readonly expected: string } | null {
    const name = userId.trim().toLowerCase();
    const known = this.#idOf.get(userId) ?? id;
    const holder = this.#holders.get(id) ?? name;
    this.#idOf.set(userId, known);
    this.#holders.set(id, holder);
    if (known !== id)
      return { kind: 'user-id-changed', expected: 'user.id is the same in every answer for one user' };
    if (holder !== name)
      return { kind: 'user-id-shared', expected: 'user.id is another one for another user' };
    return null;
  }
}
