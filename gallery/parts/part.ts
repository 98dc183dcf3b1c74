import { hourMs, minuteMs } from '../../shared/rollup.ts';
import type { Camera } from '../createCamera.ts';
import type { GalleryServer } from '../server.ts';

/** The pictures of one server's life. It opens its cameras with `cameraFor` and ends its server itself. */
export type Part = (cameraFor: (server: GalleryServer) => Promise<Camera>) => Promise<void>;

/** The demo's T0, Thursday 12 November 2026, 10:00 in Paris. */
export const t0 = Date.UTC(2026, 10, 12, 9);
/** When all pictures are taken: T+6 h 14 min, after the peak. */
export const opensAt = t0 + 6 * hourMs + 14 * minuteMs;
