// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { spareOf, useStageScale } from '../../../../client/views/wall/useStageScale.ts';

const resizeTo = (width: number, height: number) => {
  window.innerWidth = width;
  window.innerHeight = height;
  dispatchEvent(new Event('resize'));
};

afterEach(cleanup);

describe('The stage of a wall', () => {
  it('is 1080 high, and as wide as the screen that it hangs on', () => {
    resizeTo(3440, 1440);
    const { result } = renderHook(useStageScale);
    expect(result.current).toMatchObject({ height: 1080, width: 2580, isUpright: false });
    expect(spareOf(result.current)).toBe(660);
    act(() => resizeTo(1920, 1080));
    expect(spareOf(result.current)).toBe(0);
  });

  it('hears of a screen that changes while its first picture is drawn', () => {
    resizeTo(1920, 720);
    const { result } = renderHook(() => {
      const scale = useStageScale();
      // Before effects listen, as a kiosk does that goes to its full size.
      useLayoutEffect(() => resizeTo(1920, 1080), []);
      return scale;
    });
    expect(spareOf(result.current)).toBe(0);
  });
});
