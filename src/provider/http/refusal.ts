/**
 * Why a request is refused, before a profile gives it a code, a status and words.
 * `member`: a required member is missing, empty or of the wrong type. `header` and `body`: of the eSignon
 * envelope. `authorization`, `date`, `service`: the signed headers of ckstack.
 */
export type Reason =
  | 'target'
  | 'method'
  | 'media-type'
  | 'too-large'
  | 'unparsable'
  | 'header'
  | 'body'
  | 'member'
  | 'credentials'
  | 'blocked'
  | 'authorization'
  | 'date'
  | 'service';

/** The reasons that HTTP alone can give: every profile has a row for each. */
export type HttpReason = 'target' | 'method' | 'media-type' | 'too-large' | 'unparsable';

/** How a profile words one reason. */
export interface RefusalRow {
  /** HTTP status. */
  readonly status: number;
  /** `result_code` or `ckError`. */
  readonly code: string;
  /** In the language of the profile's document; never a part of the request. */
  readonly message: string;
}

export type RefusalTable = Readonly<Partial<Record<Reason, RefusalRow>>>;

/** Thrown by a stage to refuse the request; anything else thrown is a defect and answered HTTP 500. */
export class Refusal extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(`refused: ${reason}`);
    this.name = 'Refusal';
    this.reason = reason;
  }
}

/**
 * The row of a refusal in a profile's table.
 * @throws {Refusal} the refusal itself when the table has no row: a stage of another profile made it
 */
export function rowOf(table: RefusalTable, refusal: Refusal): RefusalRow {
  const row = table[refusal.reason];
  if (!row) throw refusal;
  return row;
}
