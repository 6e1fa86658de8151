/** What a document says of its endpoint: constants that the reference provider may know too. */
export interface DocumentedEndpoint {
  readonly name: string;
  /** Member of the fixtures file that describes its accounts. */
  readonly family: string;
  /** One line for people. */
  readonly title: string;
  /** Name under which the clauses cite the document. */
  readonly document: string;
  /** Path below the target's base URL; `{company}` is replaced. The fixtures file may override it. */
  readonly defaultPath: string;
  /** Every code of the document's table and what it means, in our own words. */
  readonly resultCodes: readonly (readonly [code: string, meaning: string])[];
  /** The code of a successful login. */
  readonly successCode: string;
}
