import { useSession } from '../history/useSession.ts';
import type { WordKey } from './words/en.ts';

/** What is said to a browser that is not let in: it has no key, or one that is made for programs. */
export function useRefusedWords(isRefused: boolean): { title: WordKey; why: WordKey } {
  const session = useSession(isRefused);
  return session.data?.role === 'ingest'
    ? { title: 'state.postOnly', why: 'state.postOnlyWhy' }
    : { title: 'state.signIn', why: 'state.signInWhy' };
}
