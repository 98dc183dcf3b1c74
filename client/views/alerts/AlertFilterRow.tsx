import { useLocation } from 'wouter';
import { alertKinds, alertStates } from '../../../shared/alertKinds.ts';
import type { Workspace } from '../../../shared/domain.ts';
import type { Names } from '../../history/useWorkspace.ts';
import type { AlertFilters } from '../../select/alertList.ts';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { hrefWith, useHere } from '../../ui/hrefs.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Alerts.module.css';

type Props = { filters: AlertFilters; workspace: Workspace; names: Names };

/** Brand, kind and state; the address says which. */
export function AlertFilterRow({ filters, workspace, names }: Props) {
  const { say } = useWords();
  const here = useHere();
  const [, navigate] = useLocation();
  const choices = {
    brand: workspace.brands.map(({ id, name }) => ({ id, name, color: names.color(id) })),
    kind: alertKinds.map((id) => ({ id, name: say(`alert.kind.${id}`) })),
    state: alertStates.map((id) => ({ id, name: say(`alert.state.${id}`) })),
  };
  return (
    <div className={css.filters}>
      {(['brand', 'kind', 'state'] as const).map((name) => (
        <ChoiceMenu
          key={name}
          name={say(`alerts.filter.${name}`)}
          choices={choices[name]}
          chosen={filters[name]}
          all={say(`alerts.all.${name}`)}
          onChange={(chosen) => navigate(hrefWith(here, { [name]: chosen }), { replace: true })}
        />
      ))}
    </div>
  );
}
