import type { RequestHandler } from 'express';
import helmet from 'helmet';

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
            styleSrc: ["'self'"],
            connectSrc: ["'self'"],
            imgSrc: ["'self'", 'data:'],
            fontSrc: ["'self'"],
            manifestSrc: ["'self'"],
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
