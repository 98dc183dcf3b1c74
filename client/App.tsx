import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useLayoutEffect } from 'react';
import { Route, Router, Switch } from 'wouter';
import { RetryWhenLive } from './history/RetryWhenLive.tsx';
import { Broken } from './ui/Broken.tsx';
import { ErrorsOfLabels } from './ui/Errors.tsx';
import { Loading } from './ui/Loading.tsx';
import { MoreWords } from './ui/MoreWords.tsx';
import { NotFound } from './ui/NotFound.tsx';
import { ReplayLive } from './ui/ReplayLive.tsx';
import { Shell } from './ui/Shell.tsx';
import { useTheme } from './ui/theme.ts';
import { unsaved } from './ui/unsaved.ts';
import { Words } from './ui/Words.tsx';

const AlertPage = lazy(() => import('./views/alerts/AlertPage.tsx'));
const Alerts = lazy(() => import('./views/alerts/Alerts.tsx'));
const Brief = lazy(() => import('./views/brief/Brief.tsx'));
const Explore = lazy(() => import('./views/explore/Explore.tsx'));
const Launches = lazy(() => import('./views/launches/Launches.tsx'));
const LaunchPage = lazy(() => import('./views/launches/LaunchPage.tsx'));
const Remote = lazy(() => import('./views/remote/Remote.tsx'));
const Scoreboard = lazy(() => import('./views/scoreboard/Scoreboard.tsx'));
const Settings = lazy(() => import('./views/settings/Settings.tsx'));
const Wall = lazy(() => import('./views/wall/Wall.tsx'));

/** History is kept a minute, then let go: a page that is open for weeks must not grow. */
const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 2_000, gcTime: 60_000, retry: 1, refetchOnWindowFocus: true } },
});

function Places() {
  return (
    <Switch>
      <Route path={/^\/wall(?!\/remote\/?$)(?:\/(?<launch>[^/]+))?\/?$/}>
        <MoreWords>
          <Wall />
        </MoreWords>
      </Route>
      <Route>
        <Shell>
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path="/">
                <Brief />
              </Route>
              <Route path="/explore/*?">
                <MoreWords>
                  <Explore />
                </MoreWords>
              </Route>
              <Route path="/alerts">
                <MoreWords>
                  <Alerts />
                </MoreWords>
              </Route>
              <Route path="/alerts/:id">
                {({ id }) => (
                  <MoreWords>
                    <AlertPage id={id} />
                  </MoreWords>
                )}
              </Route>
              <Route path="/launches">
                <MoreWords>
                  <Launches />
                </MoreWords>
              </Route>
              <Route path="/launches/:id">{({ id }) => <LaunchPage id={id} />}</Route>
              <Route path="/wall/remote">
                <MoreWords>
                  <Remote />
                </MoreWords>
              </Route>
              <Route path="/scoreboard">
                <MoreWords>
                  <Scoreboard />
                </MoreWords>
              </Route>
              <Route path="/settings/*?">
                <MoreWords>
                  <Settings />
                </MoreWords>
              </Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </Shell>
      </Route>
    </Switch>
  );
}

export function App() {
  const theme = useTheme();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <QueryClientProvider client={queries}>
      <RetryWhenLive />
      <Broken>
        <Words>
          <Suspense fallback={<Loading />}>
            <Router aroundNav={unsaved.around}>
              <ReplayLive>
                <ErrorsOfLabels>
                  <Places />
                </ErrorsOfLabels>
              </ReplayLive>
            </Router>
          </Suspense>
        </Words>
      </Broken>
    </QueryClientProvider>
  );
}
