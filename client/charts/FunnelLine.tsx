import { Fragment, type ReactNode } from 'react';
import css from './FunnelLine.module.css';

export type FunnelStep = { key: string; name: string; posts: ReactNode };

/** Collected, mentions, significant in one line, and what was set aside with its reasons beside it. */
export function FunnelLine({
  label,
  steps,
  children,
}: {
  label: string;
  steps: readonly FunnelStep[];
  children: ReactNode;
}) {
  return (
    <section className={css.funnel} aria-label={label}>
      <p className={css.steps}>
        {steps.map((step, index) => (
          <Fragment key={step.key}>
            {index > 0 && (
              <svg className={css.arrow} width="6" height="10" viewBox="0 0 6 10" aria-hidden="true">
                <path d="M1 1l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.4" />
              </svg>
            )}
            <span className={css.step}>
              <b>{step.posts}</b> {step.name}
            </span>
          </Fragment>
        ))}
      </p>
      <p className={css.aside}>{children}</p>
    </section>
  );
}
