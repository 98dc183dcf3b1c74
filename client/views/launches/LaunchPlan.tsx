import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Launch } from '../../../shared/domain.ts';
import { hourMs } from '../../../shared/rollup.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { Fold } from '../../ui/Fold.tsx';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './LaunchPage.module.css';

type Props = { launch: Launch; launches: readonly Launch[]; names: Names; mayChange: boolean };

/** What a launch is made of, known before anything is said of it: what is counted, where it starts, its phases, whom it is measured against. */
export function LaunchPlan({ launch, launches, names, mayChange }: Props) {
  const { say } = useWords();
  const here = useHere();
  const format = useFormat(launch.timeZone);
  const age = useNow(60_000) - launch.at;
  const { starts = [], phases = [], competitors = [], compareWith = [] } = launch;
  const compared = launches.filter(({ id }) => compareWith.includes(id)).map(({ name }) => name);
  return (
    <section className={css.plan} aria-label={say('launches.plan')}>
      <Fold name={say('launches.plan')}>
        <dl>
          <Fact name={say('launches.counted')}>
            {launch.query ? (
              <code>{launch.query}</code>
            ) : (
              say('launches.wholeBrand', { brand: names.brand(launch.brand) })
            )}
          </Fact>
          {starts.length > 0 && (
            <Fact name={say('launches.starts')}>
              <ul>
                {starts.map(({ country, at, timeZone }) => (
                  <li key={country}>
                    <b className="strong">{country}</b> {offsetWords(at - launch.at, format)}, {format.moment(at)}
                    {timeZone !== launch.timeZone && ` (${timeZone})`}
                  </li>
                ))}
              </ul>
            </Fact>
          )}
          {phases.length > 0 && (
            <Fact name={say('launches.phases')}>
              <ul>
                {phases.map(({ name, from, to }) => (
                  <li key={`${name} ${from}`}>
                    <b className="strong">{name}</b> {offsetWords(from * hourMs, format)}–
                    {offsetWords(to * hourMs, format)}
                    {age >= from * hourMs && age < to * hourMs && ` · ${say('launches.phaseNow')}`}
                  </li>
                ))}
              </ul>
            </Fact>
          )}
          {competitors.length > 0 && (
            <Fact name={say('launches.competitors')}>
              <ul>
                {competitors.map((id) => (
                  <li key={id}>
                    <i style={{ background: names.color(id) }} aria-hidden="true" /> {names.brand(id)}
                  </li>
                ))}
              </ul>
            </Fact>
          )}
          <Fact name={say('launches.compared')}>
            {compared.length > 0 ? compared.join(', ') : say('launches.allBefore')}
          </Fact>
        </dl>
        {mayChange && (
          <Link className="door" href={hrefTo(here, '/settings/launches')}>
            {say('launches.changePlan')}
          </Link>
        )}
      </Fold>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
