import { useLocation } from 'wouter';
import { alertKinds, alertStates } from '../../../shared/alertKinds.ts';
import type { Workspace } from '../../../shared/domain.ts';
import type { AlertFilters } from '../../select/alertList.ts';
import { hrefWith, useHere } from '../../ui/hrefs.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Alerts.module.css';

type Props = { filters: AlertFilters; workspace: Workspace };

/** Brand, kind and state; the address says which. */
export function AlertFilterRow({ filters, workspace }: Props) {
  const { say } = useWords();
  const here = useHere();
  const [, navigate] = useLocation();
  const choices = {
    brand: workspace.brands.map(({ id, name }) => ({ id, name })),
    kind: alertKinds.map((id) => ({ id, name: say(`alert.kind.${id}`) })),
    state: alertStates.map((id) => ({ id, name: say(`alert.state.${id}`) })),
  };
  return (
    <div className={css.filters}>
      {(['brand', 'kind', 'state'] as const).map((name) => (
        <select
          key={name}
          aria-label={say(`alerts.filter.${name}`)}
          value={filters[name] ?? ''}
          onChange={({ target }) =>
            navigate(hrefWith(here, { [name]: target.value === '' ? undefined : target.value }), { replace: true })
          }
        >
          <option value="">{say(`alerts.all.${name}`)}</option>
          {choices[name].map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      ))}
    </div>
  );
}
