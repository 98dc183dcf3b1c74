import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * The style elements that react-aria puts into the page (its buttons, and on iOS its dialogs), allowed by their exact text
 * and no other. A test holds them against the package.
 */
export const libraryStyles = [
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
];
const styleHashes = libraryStyles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);

/**
 * No script and no style but our own files: a post can never become code. React sets styles through the DOM, which needs
 * no exception. The development server writes its own inline script, so there the policy stays off.
 */
export function securityHeaders(options: { tls: boolean; development: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: options.development
      ? false
      : {
          useDefaults: false,
          directives: {
            defaultSrc: ["'none'"],
            scriptSrc: ["'self'"],
            styleSrc: ["'self'", ...styleHashes],
            connectSrc: ["'self'"],
            imgSrc: ["'self'", 'data:'],
            fontSrc: ["'self'"],
            manifestSrc: ["'self'"],
            workerSrc: ["'self'"],
            frameAncestors: ["'none'"],
            baseUri: ["'none'"],
            formAction: ["'self'"],
            ...(options.tls ? { upgradeInsecureRequests: [] } : {}),
          },
        },
    strictTransportSecurity: options.tls,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
}
