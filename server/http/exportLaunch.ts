import type { Express, Request } from 'express';
import type { Launch } from '../../shared/domain.ts';
import { compareScales, type ExportReady } from '../../shared/launchComparison.ts';
import { pastOf } from '../launches/comparison.ts';
import { defaultAxis } from '../launches/defaultAxis.ts';
import { composeReport } from '../launches/exports/composeReport.ts';
import { readFacts } from '../launches/exports/readFacts.ts';
import { type LaunchReport, type ReportLanguage, reportLanguages } from '../launches/exports/report.ts';
import { heardAge } from '../launches/readLaunch.ts';
import { answerWhileAwaited, wantsLines, whileAwaited } from './answerWhileAwaited.ts';
import { askedDataset, noBrand } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { noLaunch } from './launches.ts';
import { messageCards } from './messageCards.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { Refused } from './problem.ts';
import { createSharedWork, type Waiting } from './sharedWork.ts';

const mostPast = 50;
/** Slides and pages have room for so many messages that matter. */
const mostMessages = 6;

/** Each writer is loaded when it is first asked for: a server that exports nothing does without them. */
const writers = {
  csv: {
    type: 'text/csv; charset=utf-8',
    write: async (report: LaunchReport) =>
      (await import('../launches/exports/writeReportCsv.ts')).writeReportCsv(report),
  },
  html: {
    type: 'text/html; charset=utf-8',
    write: async (report: LaunchReport) =>
      (await import('../launches/exports/writeReportHtml.ts')).writeReportHtml(report),
  },
  pptx: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    write: async (report: LaunchReport) =>
      (await import('../launches/exports/writeReportSlides.ts')).writeReportSlides(report),
  },
};
const formats = Object.keys(writers) as (keyof typeof writers)[];

/** What the asker reads, the first of ours that the browser names. */
function languageOf(request: Request, parameters: Parameters): ReportLanguage {
  const asked = parameters.choice('lang', reportLanguages);
  const known = request.acceptsLanguages([...reportLanguages]);
  return asked ?? reportLanguages.find((one) => one === known) ?? 'en';
}

/** Where this server is reached: as configured, else as the asker reached it. */
function baseOf(request: Request, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}

function pastAsked(launch: Launch, launches: readonly Launch[], others: readonly string[] | undefined): Launch[] {
  if (others === undefined) return pastOf(launch, launches).slice(0, mostPast);
  const fault = (code: string, message: string) =>
    new Refused(400, { detail: message, errors: [{ path: 'with', code, message }] });
  if (others.length > mostPast) throw fault('too-many', `at most ${mostPast} launches at once`);
  return others.map((other) => {
    const found = launches.find(({ id }) => id === other);
    if (!found) throw fault('unknown-launch', `there is no launch "${other.slice(0, 80)}"`);
    if (found.id === launch.id) throw fault('itself', 'a launch is not compared with itself');
    return found;
  });
}

/** A launch as a file, from the figures of its page. */
export function serveExportLaunch(app: Express, deps: Pick<AppDeps, 'datasets' | 'now' | 'publicUrl'>): void {
  const reports = createSharedWork<LaunchReport>(deps.now);

  app.get('/api/launches/:id/export', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const format = parameters.choice('format', formats);
    if (format === undefined)
      parameters.fault({ path: 'format', code: 'missing', message: `format is one of ${formats.join(', ')}` });
    const language = languageOf(request, parameters);
    const others = parameters.list('with');
    const scale = parameters.choice('scale', compareScales) ?? 'raw';
    const withMessages = parameters.choice('messages', ['0', '1'] as const);
    parameters.done();
    const { type, write } = writers[format ?? 'csv'];
    const dataset = asked();
    const { workspace, etag } = await dataset.engine.ruleSet();
    const launch = workspace.launches.find(({ id }) => id === request.params.id);
    if (!launch) throw noLaunch(request.params.id);
    const brand = workspace.brands.find(({ id }) => id === launch.brand);
    if (!brand) throw noBrand(launch.brand);
    const past = pastAsked(launch, workspace.launches, others);

    // Slides are shown in a room and hold them; a file that travels does when somebody says so; a table of figures never.
    const speaks = format === 'pptx' ? withMessages !== '0' : format === 'html' && withMessages === '1';
    const look = new URLSearchParams({
      ...(scale === 'raw' ? {} : { scale }),
      ...(others === undefined ? {} : { with: others.join(',') }),
    }).toString();
    const link = `${baseOf(request, deps.publicUrl)}/launches/${encodeURIComponent(launch.id)}${look === '' ? '' : `?${look}`}`;
    const { ruleSet, corrections } = await dataset.history.counted();
    const key = [dataset.publisher.epoch, etag, ruleSet, corrections, launch.id, language, link, speaks];
    const readReport = (waiting: Waiting) =>
      reports.of(key, waiting, async (signal, tell) => {
        const now = deps.now();
        const { themes, errors } = await dataset.scoreboard.results();
        const doubtful = new Map(
          themes.flatMap(({ id, doubtful: isWrong, share }) =>
            isWrong && share !== null ? [[id, share] as const] : [],
          ),
        );
        // The axis of the page: a capture that ended long ago is told as far as it was heard.
        const axis = defaultAxis(await heardAge(dataset.history, launch, now));
        const facts = await readFacts(
          dataset.history,
          { workspace, brand, doubtful, errors, listAlerts: (range, limit) => dataset.alerts.list(range, limit) },
          { launch, past, ...axis, scale, now, messages: speaks ? mostMessages : 0 },
          { signal, tell },
        );
        const cards = await messageCards(dataset, facts.messages);
        return composeReport(facts, { language, data: dataset.name, link, cards });
      });
    if (wantsLines(request, type)) {
      // Once it is ready, the same question without lines fetches it.
      await answerWhileAwaited(request, response, async (signal, tell) => {
        await readReport({ signal, tell });
        return { ready: true } satisfies ExportReady;
      });
      return;
    }
    await whileAwaited(response, async (signal) => {
      const report = await readReport({ signal });
      const day = new Date(report.generatedAt).toISOString().slice(0, 10);
      const body = await write(report);
      response
        .set('Content-Type', type)
        .set('Content-Disposition', `attachment; filename="launchroom-${launch.id}-${day}.${format}"`)
        .set('Content-Language', language)
        .send(body);
    });
  });
}
