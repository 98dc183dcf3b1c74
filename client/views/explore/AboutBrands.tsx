import type { RefObject } from 'react';
import type { MentionAnswer } from '../../../shared/protocol.ts';
import type { Said } from '../../history/useCorrection.ts';
import { isDeniedAlone } from '../../select/deniedBrands.ts';
import css from './Correct.module.css';
import type { Explored } from './useExplore.ts';

type Brands = NonNullable<Explored['workspace']>['brands'];
type Props = {
  mention: MentionAnswer;
  explored: Explored;
  denied: readonly string[];
  mutate: (said: Said) => void;
};

const Key = ({ mark }: { mark: string }) => (
  <span className={css.key} aria-hidden="true">
    {mark}
  </span>
);

/** Whom a message is about: yes or no, and where it names several brands, each by itself. */
export function AboutBrands({ mention, explored, denied, mutate }: Props) {
  const { say, names } = explored;
  const about = mention.brands.map(({ id }) => id);
  const all = [...about, ...denied];
  return (
    <>
      <fieldset>
        <legend>{say(all.length > 1 ? 'correct.relevantAny' : 'explore.correct.relevant')}</legend>
        {[true, false].map((relevant) => (
          <button
            key={String(relevant)}
            type="button"
            aria-pressed={relevant}
            aria-keyshortcuts={relevant ? 'y' : 'n'}
            onClick={() => mutate({ relevant })}
          >
            {say(relevant ? 'explore.correct.isRelevant' : 'explore.correct.isNot')} <Key mark={relevant ? 'Y' : 'N'} />
          </button>
        ))}
      </fieldset>
      {all.length > 1 && (
        <fieldset>
          <legend>{say('correct.aboutWhom')}</legend>
          {all.map((id) => {
            const isOn = about.includes(id);
            const back = isDeniedAlone(mention, id) ? null : true;
            return (
              <button
                key={id}
                type="button"
                aria-pressed={isOn}
                onClick={() => mutate({ brand: id, relevant: isOn ? false : back })}
              >
                {names.brand(id)}
              </button>
            );
          })}
        </fieldset>
      )}
    </>
  );
}

type WhichProps = Pick<Props, 'explored' | 'mutate'> & { brands: Brands; ref: RefObject<HTMLFieldSetElement | null> };

/** Asked of a post that counts for no brand. */
export function WhichBrand({ brands, explored: { say }, mutate, ref }: WhichProps) {
  return (
    <fieldset ref={ref}>
      <legend>
        {say('correct.whichBrand')} <Key mark="Y" />
      </legend>
      {brands.map(({ id, name }) => (
        <button key={id} type="button" aria-pressed="false" onClick={() => mutate({ brand: id, relevant: true })}>
          {name}
        </button>
      ))}
      <span className="ink-3">{say('correct.noneOfThem')}</span>
    </fieldset>
  );
}

/** Those that its words speak for first: one that people took from it, or whose NOT kept it out. */
export function brandsFor({ trace }: MentionAnswer, denied: readonly string[], brands: Brands): Brands {
  const isExcluded = (id: string) => trace.brands.some((one) => one.id === id && one.excluded.length > 0);
  const isLikely = (id: string) => denied.includes(id) || isExcluded(id);
  return [...brands].sort((a, b) => Number(isLikely(b.id)) - Number(isLikely(a.id)));
}
