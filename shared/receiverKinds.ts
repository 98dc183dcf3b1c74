/** Where alerts are sent to. Apart from `receivers.ts`, so that the screen with these lists does not load the schemas. */
export const receiverKinds = ['email', 'teams', 'slack', 'webhook'] as const;
export type ReceiverKind = (typeof receiverKinds)[number];

/** `tls` from the first byte (port 465), `starttls` after the greeting, and then always (587), `none`: in the clear. */
export const smtpSecurities = ['tls', 'starttls', 'none'] as const;
