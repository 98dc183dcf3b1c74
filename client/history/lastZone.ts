const shelf = 'launchroom-zone';

/** The time zone of the workspace that was read last, on this machine; undefined where none was, or nothing may be kept (private windows). */
export function lastZone(): string | undefined {
  try {
    return localStorage.getItem(shelf) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepZone(zone: string): void {
  try {
    localStorage.setItem(shelf, zone);
  } catch {
    // Times are then told without a zone until the workspace is read.
  }
}
