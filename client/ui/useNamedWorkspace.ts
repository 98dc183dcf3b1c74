import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Workspace } from '../../shared/domain.ts';
import { namedIn } from '../../shared/nameIn.ts';
import type { Answered } from '../history/fetchJson.ts';
import { useWorkspace } from '../history/useWorkspace.ts';
import { useWords } from './useWords.ts';

/** The workspace under the names of the reader's language: for all that shows it. What changes it takes `useWorkspace`. */
export function useNamedWorkspace(version = ''): UseQueryResult<Answered<Workspace>> {
  const { language } = useWords();
  const named = useCallback(
    (answer: Answered<Workspace>) => ({ ...answer, value: namedIn(answer.value, language) }),
    [language],
  );
  return useWorkspace(version, named);
}
