// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createUnsaved, guardHistory } from '../../../client/ui/unsaved.ts';

/** Where a way out led. */
const log: string[] = [];
const navigate = (to: string) => void log.push(to);

beforeEach(() => {
  log.length = 0;
  history.replaceState(null, '', '/settings/brands');
});

describe('unsaved drafts', () => {
  it('ask nothing where there are none', () => {
    const unsaved = createUnsaved();
    unsaved.around(navigate, '/explore');
    unsaved.leave(() => log.push('item'));
    expect([log, unsaved.asking()]).toEqual([['/explore', 'item'], null]);
  });

  it('hold a way out until it is answered, and take the draft away only then', () => {
    const unsaved = createUnsaved();
    const saved = unsaved.hold();
    unsaved.around(navigate, '/explore');
    expect([log, unsaved.asking() !== null]).toEqual([[], true]);
    unsaved.answer(false);
    expect([log, unsaved.asking(), unsaved.has()]).toEqual([[], null, true]);
    // What leads on by a link of its own is not asked again.
    unsaved.leave(() => unsaved.around(navigate, '/wall'));
    unsaved.answer(true);
    expect(log).toEqual(['/wall']);
    saved();
    unsaved.around(navigate, '/explore');
    expect(log).toEqual(['/wall', '/explore']);
  });

  it('ask nothing where only the search changes, nor once the last draft is saved', () => {
    const unsaved = createUnsaved();
    const [one, other] = [unsaved.hold(), unsaved.hold()];
    unsaved.around(navigate, '/settings/brands?ui=fr');
    expect(log).toEqual(['/settings/brands?ui=fr']);
    unsaved.around(navigate, '/settings/themes');
    one();
    expect(unsaved.asking()).not.toBeNull();
    other();
    expect(unsaved.asking()).toBeNull();
  });

  it('hold the page that is being closed, as long as there is one', () => {
    const unsaved = createUnsaved();
    guardHistory(unsaved);
    const closing = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(closing()).toBe(false);
    const saved = unsaved.hold();
    expect(closing()).toBe(true);
    saved();
    expect(closing()).toBe(false);
  });
});
