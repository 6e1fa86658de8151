import { constants, PerformanceObserver } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

/** Share of the heap's limit: what is under way when a run is cut off needs memory to finish. */
const SHARE = 0.5;

/**
 * Measures the memory in use after each garbage collection, so that a target with large answers ends a run with its
 * reports instead of crashing the process.
 *
 * @param onShort called once, when more is in use than there should be
 * @param limitBytes default: half of what the process may have
 */
export function watchMemory(
  onShort: (usedMiB: number) => void,
  limitBytes = getHeapStatistics().heap_size_limit * SHARE,
): { stop(): void } {
  const observer = new PerformanceObserver((list) => {
    const full = list.getEntries().some((entry) => kindOf(entry) === constants.NODE_PERFORMANCE_GC_MAJOR);
    if (!full) return;
    const used = getHeapStatistics().used_heap_size + process.memoryUsage().arrayBuffers;
    if (used <= limitBytes) return;
    observer.disconnect();
    onShort(Math.round(used / 2 ** 20));
  });
  observer.observe({ entryTypes: ['gc'] });
  return { stop: () => observer.disconnect() };
}

/** The details of an entry of Node's, which its types lack. */
function kindOf(entry: object): unknown {
  const detail = 'detail' in entry ? entry.detail : undefined;
  return typeof detail === 'object' && detail !== null && 'kind' in detail ? detail.kind : undefined;
}
