import type { Waiver } from '../config/run-config.js';
import { clausesOf } from '../profiles/catalogue.js';
import type { Ledger } from './ledger.js';
import type { ProfileVerdict, WaiverVerdict } from './verdict.js';
import { isExpired } from './waivers.js';

/** What became of each waiver in a run. */
export function waiverVerdicts(
  waivers: readonly Waiver[],
  profiles: readonly ProfileVerdict[],
  ledger: Ledger,
): readonly WaiverVerdict[] {
  const served = profiles.filter((profile) => profile.served);
  return waivers.map((waiver) => {
    const records = served.flatMap(({ name }) =>
      clausesOf(name)
        .filter(({ id, level }) => id === waiver.clause && (waiver.level ?? level) === level)
        .map(({ id, level }) => ledger.of(name, id, level)),
    );
    return {
      clause: waiver.clause,
      reason: waiver.reason,
      until: waiver.until,
      ...(waiver.ticket === undefined ? {} : { ticket: waiver.ticket }),
      status: statusOf(waiver, records),
    };
  });
}

function statusOf(
  waiver: Waiver,
  records: readonly { readonly checks: number; readonly violations: readonly unknown[] }[],
): WaiverVerdict['status'] {
  if (isExpired(waiver)) return 'expired';
  if (records.some(({ violations }) => violations.length > 0)) return 'applied';
  return records.some(({ checks }) => checks > 0) ? 'not-needed' : 'unused';
}
