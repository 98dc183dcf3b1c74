import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExplore, parseExplore } from '../../../client/select/exploreState.ts';
import {
  addView,
  openView,
  putView,
  removeView,
  renameView,
  viewSearch,
  withViews,
} from '../../../client/select/savedViews.ts';
import { workspaceSchema } from '../../../shared/domain.ts';

const empty = workspaceSchema.parse({ version: 1 });
const priced = parseExplore('?range=7d&theme=price&q=too expensive&compare=0&mention=12');

describe('saved views', () => {
  it('open as what was saved, whatever its name and search, and pass the check of settings', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 60 }), (name, q) => {
        fc.pre(/\p{L}/u.test(name));
        const state = { ...defaultExplore, q };
        const views = addView(name, viewSearch(state))([]);
        expect(parseExplore(views[0]!.search)).toEqual(state);
        expect(
          workspaceSchema.safeParse({ ...empty, views }).error?.issues.filter(({ path }) => path[2] === 'search') ?? [],
        ).toEqual([]);
      }),
    );
  });

  it('keep what is seen, not the message that is open', () => {
    const views = addView('Price', viewSearch(priced))([]);
    expect(views).toEqual([{ id: 'price', name: 'Price', search: '?range=7d&compare=0&theme=price&q=too+expensive' }]);
    expect(openView(views, priced)?.name).toBe('Price');
    expect(openView(views, { ...priced, q: 'cheap' })).toBeNull();
  });

  it('are renamed, removed and put back where they stood', () => {
    const three = ['One', 'Two', 'Three'].reduce(
      (views, name) => addView(name, `?q=${name}`)(views),
      [] as ReturnType<ReturnType<typeof addView>>,
    );
    expect(renameView('two', ' Deux ')(three).map(({ name }) => name)).toEqual(['One', 'Deux', 'Three']);
    const two = removeView('two')(three);
    expect(two.map(({ id }) => id)).toEqual(['one', 'three']);
    expect(putView(three[1]!, 1)(two)).toEqual(three);
    expect(putView(three[1]!, 1)(three)).toEqual(three);
    expect(addView('One', '')(three).at(-1)!.id).toBe('one-2');
  });

  it('leave no trace in settings that hold none', () => {
    const one = withViews(empty, addView('One', ''));
    expect(one.views).toHaveLength(1);
    expect(withViews(one, removeView('one'))).toEqual(empty);
  });
});
