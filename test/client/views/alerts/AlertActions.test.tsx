// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { afterEach, describe, expect, it } from 'vitest';
import { RequestFailed } from '../../../../client/history/fetchJson.ts';
import type { Liveness, LiveStore } from '../../../../client/live/liveStore.ts';
import { LiveContext } from '../../../../client/live/useFrame.ts';
import { createFormat } from '../../../../client/ui/format.ts';
import { alertsEn } from '../../../../client/ui/words/alerts.en.ts';
import { shellEn } from '../../../../client/ui/words/shell.en.ts';
import { AlertActions } from '../../../../client/views/alerts/AlertActions.tsx';
import type { Alert, AlertChange } from '../../../../shared/alerts.ts';
import { priceAlert } from '../../../support/alertStory.ts';

afterEach(() => {
  cleanup();
  line = 'live';
});

const now = Date.UTC(2026, 10, 26, 16);
const page = { format: createFormat('en', 'UTC'), isViewer: false } as Parameters<typeof AlertActions>[0]['page'];
let line: Liveness['state'] = 'live';
const live = {
  subscribe: () => () => undefined,
  liveness: () => ({ state: line }),
} as unknown as LiveStore;
const refused = new RequestFailed({ type: 'about:blank', title: 'The store is busy', status: 503 });

function shown(alert: Alert, error: RequestFailed | null, changes: AlertChange[] = []) {
  return (
    <IntlProvider locale="en" messages={{ ...alertsEn, ...shellEn }}>
      <LiveContext value={live}>
        <AlertActions alert={alert} change={(change) => changes.push(change)} error={error} page={page} now={now} />
      </LiveContext>
    </IntlProvider>
  );
}
const field = () => screen.getByLabelText('Owner') as HTMLInputElement;

describe('the owner of an alert', () => {
  const alert: Alert = { ...priceAlert(now), owner: undefined };

  it('stays written in its field when the server refuses it', () => {
    const changes: AlertChange[] = [];
    const { rerender } = render(shown(alert, null, changes));
    fireEvent.change(field(), { target: { value: 'Care team' } });
    fireEvent.submit(field());
    expect(changes).toEqual([{ owner: 'Care team' }]);
    rerender(shown({ ...alert, owner: 'Care team' }, null));
    rerender(shown(alert, refused));
    expect(field().value).toBe('Care team');
    expect(screen.getByRole('alert').textContent).toContain('The store is busy');
  });

  it('is shown as somebody else has set it', () => {
    const { rerender } = render(shown(alert, null));
    rerender(shown({ ...alert, owner: 'Brand team' }, null));
    expect(field().value).toBe('Brand team');
  });

  it('cannot be sent while the line is lost, and why is said', () => {
    line = 'lost';
    const changes: AlertChange[] = [];
    render(shown(alert, null, changes));
    expect(field().matches(':disabled')).toBe(true);
    for (const button of screen.getAllByRole('button')) expect(button.matches(':disabled')).toBe(true);
    fireEvent.keyDown(document.body, { key: 'a' });
    expect(changes).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe(shellEn['state.noChanges']);
  });
});
