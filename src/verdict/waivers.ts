import type { Waiver } from '../config/run-config.js';
import type { Level } from './clause.js';

/** The waiver that holds for a clause today, if there is one. */
export function waiverOf(
  waivers: readonly Waiver[],
  clause: string,
  level: Level,
  today = new Date(),
): Waiver | undefined {
  return waivers.find(
    (waiver) => waiver.clause === clause && (waiver.level ?? level) === level && !isExpired(waiver, today),
  );
}

/** Whether a violation of a clause is accepted today. */
export function isWaived(
  waivers: readonly Waiver[],
  clause: string,
  level: Level,
  today = new Date(),
): boolean {
  return waiverOf(waivers, clause, level, today) !== undefined;
}

/** Whether the last day of a waiver is over, in UTC. */
export function isExpired(waiver: Waiver, today = new Date()): boolean {
  return waiver.until < today.toISOString().slice(0, 10);
}
