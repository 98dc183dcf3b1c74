import '@fontsource-variable/inter/opsz.css';
import './ui/hyphen/hyphen.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connectTo } from './live/connection.ts';
import { createKeeper, KeeperContext } from './live/keeper.ts';
import { forgetLastShown, keepLastShown, readLastShown } from './live/lastShown.ts';
import { createLiveStore } from './live/liveStore.ts';
import { LiveContext } from './live/useFrame.ts';
import { keepProgram } from './offline/keepProgram.ts';
import { isRefused, isServerAway, signInFromAddress } from './ui/session.ts';
import { isWall } from './ui/theme.ts';
import { guardHistory } from './ui/unsaved.ts';

// The key in the address becomes a cookie before anything is asked of the server with it.
await signInFromAddress();
// The same address with a key behind it loads no page anew: whoever was shown the door comes in by asking again.
addEventListener('hashchange', async () => {
  if (await signInFromAddress()) location.reload();
});
guardHistory();
const live = createLiveStore({ connect: connectTo(), isRefused });
// A wall shows what is, or says that it does not know: it never begins with what was.
const keeper = isWall(location.pathname)
  ? null
  : createKeeper({
      live,
      keep: keepLastShown,
      read: () => readLastShown(Date.now()),
      forget: forgetLastShown,
      isServerAway,
    });
if (keeper) keepProgram();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LiveContext value={live}>
      <KeeperContext value={keeper}>
        <App />
      </KeeperContext>
    </LiveContext>
  </StrictMode>,
);
